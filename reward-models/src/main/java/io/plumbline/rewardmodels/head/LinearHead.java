package io.plumbline.rewardmodels.head;

import static java.util.Objects.requireNonNull;

/**
 * A scalar reward that is linear in features: r(y) = w · φ(y). It has no intercept, which no
 * preference could tell.
 */
public record LinearHead(double[] weights) {
  public LinearHead {
    requireNonNull(weights, "weights is null");
    for (double weight : weights) {
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException("a weight is " + weight + ", must be finite");
      }
    }
  }

  /**
   * In log-odds: σ(r(a) − r(b)) is the probability that a is preferred to b.
   *
   * @throws IllegalArgumentException if there is not one feature per weight
   */
  public double reward(float[] features) {
    if (features.length != weights.length) {
      throw new IllegalArgumentException(
          "there are %d features for %d weights".formatted(features.length, weights.length));
    }
    double sum = 0;
    for (int column = 0; column < weights.length; column++) {
      sum += weights[column] * features[column];
    }
    return sum;
  }
}
