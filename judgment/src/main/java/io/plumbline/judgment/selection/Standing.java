package io.plumbline.judgment.selection;

import static java.util.Objects.requireNonNull;

/**
 * How well one way of judging agrees.
 *
 * @param kappa Cohen's κ, in [-1, 1]; NaN where it is undefined
 * @param items comparisons that it rests on
 * @param withoutVerdict how many of these got no verdict from it
 */
public record Standing(String name, double kappa, int items, int withoutVerdict) {
  public Standing {
    requireNonNull(name, "name is null");
  }
}
