package io.plumbline.statistics.mixed;

import io.plumbline.statistics.regression.Logistic;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The marginal log-likelihood of a logit model with one normal intercept per group, by adaptive
 * Gauss-Hermite quadrature: nodes are centred at the mode of each group's integrand and scaled by
 * its curvature; one node is Laplace's approximation. Source: Pinheiro and Bates (1995),
 * Approximations to the log-likelihood function in the nonlinear mixed-effects model, section 2.4.
 */
final class GroupIntegral {
  private static final int NEWTON_STEPS = 50;
  private final GroupedBinomial data;
  private final List<int[]> rowsOf = new ArrayList<>();
  private final double[] nodes;
  private final double[] logWeights;

  GroupIntegral(GroupedBinomial data, int points) {
    this.data = data;
    List<List<Integer>> rows = new ArrayList<>();
    for (int group = 0; group < data.groups(); group++) {
      rows.add(new ArrayList<>());
    }
    for (int row = 0; row < data.group().length; row++) {
      rows.get(data.group()[row]).add(row);
    }
    rows.forEach(list -> rowsOf.add(list.stream().mapToInt(Integer::intValue).toArray()));
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(points);
    nodes = new double[points];
    logWeights = new double[points];
    for (int k = 0; k < points; k++) {
      nodes[k] = rule.getPoint(k);
      // The rule integrates e^(−x²) f(x).
      logWeights[k] = Math.log(rule.getWeight(k)) + nodes[k] * nodes[k];
    }
  }

  /** Without the binomial coefficients, which no parameter changes. */
  double logLikelihood(double[] coefficients, double deviation) {
    double sum = 0;
    for (int[] rows : rowsOf) {
      sum += group(rows, offsets(rows, coefficients), deviation);
    }
    return sum;
  }

  /** The likeliest standardised intercept of each group, times the deviation. */
  double[] modes(double[] coefficients, double deviation) {
    double[] modes = new double[rowsOf.size()];
    for (int group = 0; group < modes.length; group++) {
      int[] rows = rowsOf.get(group);
      modes[group] = deviation * mode(rows, offsets(rows, coefficients), deviation);
    }
    return modes;
  }

  private double group(int[] rows, double[] offsets, double deviation) {
    double mode = mode(rows, offsets, deviation);
    double scale = Math.sqrt(2 / curvature(rows, offsets, deviation, mode));
    double[] terms = new double[nodes.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < nodes.length; k++) {
      double u = mode + scale * nodes[k];
      terms[k] = logWeights[k] + joint(rows, offsets, deviation, u);
      largest = Math.max(largest, terms[k]);
    }
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - largest);
    }
    return Math.log(scale) + largest + Math.log(sum);
  }

  // log of Π p(y | u) φ(u), with the intercept σu and u standard normal.
  private double joint(int[] rows, double[] offsets, double deviation, double u) {
    double log = -0.5 * u * u - 0.5 * Math.log(2 * Math.PI);
    for (int i = 0; i < rows.length; i++) {
      double score = offsets[i] + deviation * u;
      log += data.successes()[rows[i]] * score - data.trials()[rows[i]] * Logistic.softplus(score);
    }
    return log;
  }

  private double mode(int[] rows, double[] offsets, double deviation) {
    double u = 0;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double slope = -u;
      for (int i = 0; i < rows.length; i++) {
        double p = Logistic.probability(offsets[i] + deviation * u);
        slope += deviation * (data.successes()[rows[i]] - data.trials()[rows[i]] * p);
      }
      double change = slope / curvature(rows, offsets, deviation, u);
      u += Math.max(-2, Math.min(2, change));
      if (Math.abs(change) < 1e-12) {
        break;
      }
    }
    return u;
  }

  private double curvature(int[] rows, double[] offsets, double deviation, double u) {
    double curvature = 1;
    for (int i = 0; i < rows.length; i++) {
      double p = Logistic.probability(offsets[i] + deviation * u);
      curvature += deviation * deviation * data.trials()[rows[i]] * p * (1 - p);
    }
    return curvature;
  }

  private double[] offsets(int[] rows, double[] coefficients) {
    double[] offsets = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double[] features = data.features()[rows[i]];
      for (int column = 0; column < coefficients.length; column++) {
        offsets[i] += features[column] * coefficients[column];
      }
    }
    return offsets;
  }
}
