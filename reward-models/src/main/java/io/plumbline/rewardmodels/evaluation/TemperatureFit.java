package io.plumbline.rewardmodels.evaluation;

import io.plumbline.statistics.regression.Logistic;
import java.util.List;

/**
 * The temperature τ under which σ(margin / τ) fits held-out preferences best.
 *
 * <p>Source: Guo et al. (2017), section 4.2 (temperature scaling), for two outcomes.
 *
 * @param temperature in [{@link #LOWEST}, {@link #HIGHEST}]; at an end of that range the margins
 *     carry no (or perfect) information on the pairs
 */
public record TemperatureFit(double temperature, double logLoss) {
  public static final double LOWEST = 1e-3;
  public static final double HIGHEST = 1e3;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /**
   * @throws IllegalArgumentException if there is no pair
   */
  public static TemperatureFit of(List<JudgedPair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("there is no pair to fit a temperature on");
    }
    // The loss is convex in 1/τ, hence unimodal in log τ, where a golden section finds the minimum.
    double low = Math.log(LOWEST);
    double high = Math.log(HIGHEST);
    while (high - low > 1e-9) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss(pairs, Math.exp(left)) <= loss(pairs, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    double temperature = Math.exp((low + high) / 2);
    return new TemperatureFit(temperature, loss(pairs, temperature));
  }

  private static double loss(List<JudgedPair> pairs, double temperature) {
    double sum = 0;
    for (JudgedPair pair : pairs) {
      double margin = pair.margin() / temperature;
      sum += Logistic.softplus(-margin) + (1 - pair.probability()) * margin;
    }
    return sum / pairs.size();
  }
}
