package io.plumbline.judgment.reader;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The readers by the names that the command line and templates use. */
public final class VerdictReaders {
  private static final Map<String, VerdictReader> BY_NAME =
      new TreeMap<>(
          Map.of(
              "mt-bench", new BracketLetterReader(),
              "mt-bench-rating", new BracketRatingReader(),
              "arena-hard", new BracketPreferenceReader(),
              "prometheus", new ResultReader(),
              "output-letter", new OutputLetterReader(),
              "llmbar", new LlmBarReader(),
              "letter", new LetterReader("A", "B", "C"),
              "alpaca-eval", new LetterReader("m", "M", ""),
              "json", new JsonReader()));

  private VerdictReaders() {}

  public static Optional<VerdictReader> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** All names, in alphabetical order. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }
}
