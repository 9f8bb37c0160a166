package io.plumbline.reward.upstream;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two answers to one prompt of which the better is known. */
record KnownPair(String prompt, String chosen, String rejected) {
  /** Plain facts and plain nonsense, which every reward model for English tells apart. */
  static final List<KnownPair> DEFAULTS =
      List.of(
          new KnownPair(
              "What is the capital of France?",
              "The capital of France is Paris.",
              "Bananas bananas no no no. Go away."),
          new KnownPair(
              "How much is two plus two?",
              "Two plus two is four.",
              "I will not tell you. You are stupid for asking."),
          new KnownPair(
              "Please write one sentence about a cat.",
              "The cat slept in the warm sun all afternoon.",
              "qqq zx zx 7 7 7 qqq zx"));

  static List<KnownPair> of(String property, UpstreamSettings.ProbeSettings settings) {
    Optional<String> chosen = settings.chosen();
    Optional<String> rejected = settings.rejected();
    if (chosen.isEmpty() && rejected.isEmpty()) {
      return DEFAULTS;
    }
    if (chosen.isEmpty() || rejected.isEmpty()) {
      throw new IllegalStateException(
          "%s.probe.%s is not set: give both, or neither for the built-in pairs"
              .formatted(property, chosen.isEmpty() ? "chosen" : "rejected"));
    }
    return List.of(new KnownPair(settings.prompt().orElse(""), chosen.get(), rejected.get()));
  }

  Stream<Dialogue> dialogues() {
    List<Turn> turns = prompt.isEmpty() ? List.of() : List.of(Turn.ofUser(prompt));
    return Stream.of(new Dialogue(turns, chosen), new Dialogue(turns, rejected));
  }
}
