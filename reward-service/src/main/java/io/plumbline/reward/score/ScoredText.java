package io.plumbline.reward.score;

import static java.util.Objects.requireNonNull;

import io.plumbline.reward.upstream.Turn;
import java.util.List;

/**
 * A completion to score.
 *
 * @param id the client's, unique in its request
 * @param prompt what it answers to; only the models of other servers read it
 * @param text what is scored; empty where an embedding was posted in its place
 * @param unscorable why it cannot be scored; empty where it can
 */
public record ScoredText(String id, List<Turn> prompt, String text, String unscorable) {
  public ScoredText {
    requireNonNull(id, "id is null");
    prompt = List.copyOf(prompt);
    requireNonNull(text, "text is null");
    requireNonNull(unscorable, "unscorable is null");
  }

  public static ScoredText of(String id, String text) {
    return of(id, List.of(), text);
  }

  public static ScoredText of(String id, List<Turn> prompt, String text) {
    return new ScoredText(id, prompt, text, text.isBlank() ? "the completion has no text" : "");
  }

  public static ScoredText unscorable(String id, String reason) {
    return new ScoredText(id, List.of(), "", reason);
  }

  public boolean isScorable() {
    return unscorable.isEmpty();
  }
}
