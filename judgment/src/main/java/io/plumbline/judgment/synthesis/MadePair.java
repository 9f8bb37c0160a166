package io.plumbline.judgment.synthesis;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * Two drafts of which one was judged better.
 *
 * @param round in which it was judged
 * @param chosen place of the better one among the drafts
 * @param rejected place of the other
 * @param probability that the chosen one is better; absent where the judge gave none
 */
public record MadePair(int round, int chosen, int rejected, OptionalDouble probability) {
  public MadePair {
    requireNonNull(probability, "probability is null");
  }
}
