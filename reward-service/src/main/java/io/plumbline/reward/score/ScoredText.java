package io.plumbline.reward.score;

import static java.util.Objects.requireNonNull;

/**
 * A completion to score.
 *
 * @param id the client's, unique in its request
 * @param text what is scored; the prompt is not
 * @param unscorable why it cannot be scored; empty where it can
 */
public record ScoredText(String id, String text, String unscorable) {
  public ScoredText {
    requireNonNull(id, "id is null");
    requireNonNull(text, "text is null");
    requireNonNull(unscorable, "unscorable is null");
  }

  public static ScoredText of(String id, String text) {
    return new ScoredText(id, text, text.isBlank() ? "the completion has no text" : "");
  }

  public static ScoredText unscorable(String id, String reason) {
    return new ScoredText(id, "", reason);
  }

  public boolean isScorable() {
    return unscorable.isEmpty();
  }
}
