package io.plumbline.judgment.reward;

/**
 * Fits τ of {@link RewardJudge} by maximum likelihood on labelled pairs: it minimises Σ log(1 +
 * exp(−d_i/τ)) over the differences d_i of preferred minus other reward, which is convex in 1/τ.
 */
public final class RewardTemperature {
  private static final int ITERATIONS = 200;

  private RewardTemperature() {}

  /**
   * The fitted τ, in units of the reward.
   *
   * @param differences preferred minus other reward, finite, at least one below 0 and one above
   * @throws IllegalArgumentException if the pairs do not determine τ: all on one side, or more
   *     against the rewards than with them
   */
  public static double fit(double[] differences) {
    double sum = 0;
    boolean wrong = false;
    for (double difference : differences) {
      if (!Double.isFinite(difference)) {
        throw new IllegalArgumentException("a difference is " + difference + ", not finite");
      }
      sum += difference;
      wrong |= difference < 0;
    }
    if (!wrong || sum <= 0) {
      throw new IllegalArgumentException(
          "the pairs do not determine a temperature: rewards "
              + (wrong ? "disagree with the labels on average" : "agree with every label"));
    }
    return 1 / root(differences);
  }

  // The derivative falls from sum/2 > 0 at 0 to below 0, so bisection finds its only root.
  private static double root(double[] differences) {
    double low = 0;
    double high = 1;
    while (slope(differences, high) > 0) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < ITERATIONS && low < high; i++) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        return middle;
      }
      if (slope(differences, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double slope(double[] differences, double inverse) {
    double slope = 0;
    for (double difference : differences) {
      slope += difference / (1 + Math.exp(difference * inverse));
    }
    return slope;
  }
}
