package io.plumbline.worker.sampling;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A completion while it grows. */
final class SamplingRow {

  final int row;
  final SplittableRandom random;
  private final int promptLength;
  private final int limit;
  private final int[] tokens;
  private volatile int length;
  private volatile boolean ended;

  /**
   * A row that starts with the prompt.
   *
   * @param limit most tokens it may have, the prompt's included
   */
  SamplingRow(int row, int[] prompt, int limit, SplittableRandom random) {
    this.row = row;
    this.random = random;
    this.promptLength = prompt.length;
    this.limit = limit;
    this.tokens = Arrays.copyOf(prompt, limit);
    this.length = prompt.length;
  }

  void append(int token, boolean stop) {
    if (stop) {
      ended = true;
    } else {
      tokens[length] = token;
      length = length + 1;
    }
  }

  boolean isDone() {
    return ended || length >= limit;
  }

  /** How much of it there is, from 0 to 1; may be asked by any thread. */
  double share() {
    return isDone() ? 1 : (double) (length - promptLength) / (limit - promptLength);
  }

  boolean ended() {
    return ended;
  }

  int lastToken() {
    return tokens[length - 1];
  }

  int limit() {
    return limit;
  }

  int length() {
    return length;
  }

  int drawn() {
    return length - promptLength;
  }

  int[] prompt() {
    return Arrays.copyOf(tokens, promptLength);
  }

  int[] all() {
    return Arrays.copyOf(tokens, length);
  }

  int[] completion() {
    return Arrays.copyOfRange(tokens, promptLength, length);
  }
}
