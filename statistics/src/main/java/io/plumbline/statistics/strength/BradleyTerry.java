package io.plumbline.statistics.strength;

import io.plumbline.statistics.regression.LogisticDesign;
import io.plumbline.statistics.regression.LogisticFit;
import io.plumbline.statistics.regression.LogisticRegression;
import io.plumbline.statistics.regression.SeparationException;
import java.util.Arrays;

/**
 * The Bradley-Terry model by maximum likelihood, a tie counting half a win for both; with weights,
 * an advantage of the item presented first (or at home), and a ridge.
 *
 * <p>Source: Bradley and Terry (1952), Rank analysis of incomplete block designs; home advantage as
 * in Agresti, Categorical data analysis (2002), section 10.6.3.
 *
 * @param reference item whose log-strength is zero; −1 centres the log-strengths at mean zero
 * @param ridge penalty on log-strengths (½ ridge s²), measured from zero; 0 for maximum likelihood
 * @param fitFirstAdvantage whether the item presented first has an advantage of its own
 */
public record BradleyTerry(int reference, double ridge, boolean fitFirstAdvantage) {

  /** Maximum likelihood with the given item at zero. */
  public static BradleyTerry relativeTo(int reference) {
    return new BradleyTerry(reference, 0, false);
  }

  /** A ridge that is weak beside data, and finite where an item wins everything. */
  public static BradleyTerry regularised(int reference) {
    return new BradleyTerry(reference, 0.1, false);
  }

  /**
   * @throws SeparationException without ridge, if some items never lose to others: their strength
   *     is infinite
   */
  public Strengths fit(PairwiseResults results) {
    if (reference < -1 || reference >= results.items()) {
      throw new IllegalArgumentException(
          "reference is " + reference + ", not an item in [0, " + results.items() + ")");
    }
    if (ridge == 0) {
      requireConnected(results);
    }
    // Without ridge only differences matter: any item can be fixed, and the centring comes after.
    int fixed = ridge == 0 ? Math.max(reference, 0) : -1;
    int items = results.items();
    int[] columnOf = new int[items];
    int columns = 0;
    for (int item = 0; item < items; item++) {
      columnOf[item] = item == fixed ? -1 : columns++;
    }
    int advantageColumn = fitFirstAdvantage ? columns++ : -1;
    if (columns == 0) {
      return new Strengths(new double[items], new double[items][items], 0, 0, 0);
    }
    LogisticFit fit =
        new LogisticRegression(ridge).fit(design(results, columnOf, columns, advantageColumn));
    double[] logStrengths = new double[items];
    double[][] covariance = new double[items][items];
    for (int item = 0; item < items; item++) {
      if (columnOf[item] >= 0) {
        logStrengths[item] = fit.coefficients()[columnOf[item]];
        for (int other = 0; other < items; other++) {
          covariance[item][other] =
              columnOf[other] < 0 ? 0 : fit.covariance()[columnOf[item]][columnOf[other]];
        }
      }
    }
    return new Strengths(
        shifted(logStrengths),
        contrasted(covariance),
        fitFirstAdvantage ? fit.coefficients()[advantageColumn] : 0,
        fitFirstAdvantage ? fit.standardError(advantageColumn) : 0,
        fit.logLikelihood());
  }

  private static LogisticDesign design(
      PairwiseResults results, int[] columnOf, int columns, int advantageColumn) {
    int cells = results.cells();
    double[][] features = new double[cells][columns];
    double[] outcomes = new double[cells];
    double[] weights = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      double ties = results.ties()[cell];
      weights[cell] = results.firstWins()[cell] + results.secondWins()[cell] + ties;
      outcomes[cell] =
          weights[cell] == 0 ? 0 : (results.firstWins()[cell] + ties / 2) / weights[cell];
      set(features[cell], columnOf[results.first()[cell]], 1);
      set(features[cell], columnOf[results.second()[cell]], -1);
      set(features[cell], advantageColumn, 1);
    }
    return new LogisticDesign(features, outcomes, weights);
  }

  private static void set(double[] features, int column, double value) {
    if (column >= 0) {
      features[column] = value;
    }
  }

  private double[] shifted(double[] logStrengths) {
    double zero =
        reference >= 0 ? logStrengths[reference] : Arrays.stream(logStrengths).average().orElse(0);
    return Arrays.stream(logStrengths).map(strength -> strength - zero).toArray();
  }

  private double[][] contrasted(double[][] covariance) {
    int items = covariance.length;
    double[] towardsZero = new double[items];
    for (int item = 0; item < items; item++) {
      towardsZero[item] =
          reference >= 0
              ? covariance[item][reference]
              : Arrays.stream(covariance[item]).average().orElse(0);
    }
    double zeroVariance =
        reference >= 0
            ? covariance[reference][reference]
            : Arrays.stream(towardsZero).average().orElse(0);
    double[][] contrasted = new double[items][items];
    for (int i = 0; i < items; i++) {
      for (int j = 0; j < items; j++) {
        contrasted[i][j] = covariance[i][j] - towardsZero[i] - towardsZero[j] + zeroVariance;
      }
    }
    return contrasted;
  }

  private static void requireConnected(PairwiseResults results) {
    int[] group = results.connectedByWins();
    for (int item = 1; item < group.length; item++) {
      if (group[item] != group[0]) {
        throw new SeparationException(
            "items 0 and "
                + item
                + " are not connected by wins in both directions, so that their strengths are not"
                + " finite: set a ridge");
      }
    }
  }
}
