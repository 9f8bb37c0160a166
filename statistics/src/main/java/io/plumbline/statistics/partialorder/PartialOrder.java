package io.plumbline.statistics.partialorder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What several objectives say together about outcomes when they are not traded off: an outcome is
 * preferred only if no objective prefers the other, and otherwise both stay incomparable.
 *
 * <p>Source: Eckersley (2019), Impossibility and uncertainty theorems in AI value alignment,
 * partial orders and distributions over total orders (METHODS 192).
 *
 * @param preferred whether the row's outcome is preferred to the column's by all objectives
 * @param probability weight of the objectives that prefer the row's outcome, half for ties
 * @param incomparable share of pairs on which the objectives contradict each other
 * @param undominated outcomes to which nothing is preferred
 */
public record PartialOrder(
    boolean[][] preferred, double[][] probability, double incomparable, List<Integer> undominated) {

  /**
   * @param scores objective by outcome, larger is better
   * @param weights belief in each objective, not negative, some positive
   */
  public static PartialOrder of(double[][] scores, double[] weights) {
    int outcomes = scores[0].length;
    double total = Arrays.stream(weights).sum();
    if (weights.length != scores.length || !(total > 0) || outcomes < 2) {
      throw new IllegalArgumentException(
          "needs one weight per objective, some of them positive, and at least two outcomes");
    }
    boolean[][] preferred = new boolean[outcomes][outcomes];
    double[][] probability = new double[outcomes][outcomes];
    double contradicted = 0;
    List<Integer> undominated = new ArrayList<>();
    for (int i = 0; i < outcomes; i++) {
      for (int j = 0; j < outcomes; j++) {
        boolean someMore = false;
        boolean someLess = false;
        for (int objective = 0; objective < scores.length; objective++) {
          double difference = scores[objective][i] - scores[objective][j];
          someMore |= difference > 0;
          someLess |= difference < 0;
          probability[i][j] += weights[objective] / total * (0.5 + 0.5 * Math.signum(difference));
        }
        preferred[i][j] = someMore && !someLess;
        contradicted += i < j && someMore && someLess ? 1 : 0;
      }
    }
    for (int j = 0; j < outcomes; j++) {
      boolean dominated = false;
      for (int i = 0; i < outcomes; i++) {
        dominated |= preferred[i][j];
      }
      if (!dominated) {
        undominated.add(j);
      }
    }
    return new PartialOrder(
        preferred, probability, contradicted / (outcomes * (outcomes - 1) / 2.0), undominated);
  }
}
