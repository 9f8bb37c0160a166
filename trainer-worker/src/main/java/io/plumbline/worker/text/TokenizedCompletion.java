package io.plumbline.worker.text;

import java.util.Arrays;

/**
 * A prompt and its completion as one row of tokens.
 *
 * @param tokens all token ids, at most the context length
 * @param start index of the first completion token; at least 1, for a token is predicted from those
 *     before it
 */
public record TokenizedCompletion(int[] tokens, int start) {

  /**
   * Encodes prompt and completion together, as the model would have read them. Where that merges
   * characters over the seam, the completion begins with the first token that differs from the
   * prompt's own encoding. No end token is appended. What exceeds {@code maximumLength} is cut off
   * the end.
   */
  public static TokenizedCompletion of(
      TextTokenizer tokenizer, String prompt, String completion, int maximumLength) {
    int[] before = tokenizer.encode(prompt);
    int[] whole = tokenizer.encode(prompt + completion);
    int shared = Arrays.mismatch(before, whole);
    int start = shared < 0 ? whole.length : Math.max(1, shared);
    int[] tokens = whole.length > maximumLength ? Arrays.copyOf(whole, maximumLength) : whole;
    return new TokenizedCompletion(tokens, Math.min(start, tokens.length));
  }

  /** Number of completion tokens. */
  public int completionLength() {
    return tokens.length - start;
  }
}
