package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.linear.Cholesky;
import java.util.Arrays;

/**
 * Bradley-Terry with covariates: the log-odds that the first model of a row wins are the difference
 * of two strengths plus style coefficients times the row's style differences. Fitted by Newton's
 * method; each row touches two strengths only, so that thousands of resamples are cheap.
 *
 * <p>Source: Li et al. (2024), Does style matter? Disentangling style and substance in Chatbot
 * Arena.
 */
public final class StyledBradleyTerry {
  private static final int MAXIMUM_STEPS = 60;

  private final int models;
  private final int styles;
  private final int size;
  private final int[] first;
  private final int[] second;
  private final double[] features;
  private final double ridge;
  private final int fixed;

  /**
   * @param features style differences row after row, {@code styles} values each
   * @param fixed model whose strength is zero
   * @param ridge penalty on strengths and coefficients, positive for a finite optimum in any case
   */
  public StyledBradleyTerry(
      int models,
      int styles,
      int[] first,
      int[] second,
      double[] features,
      int fixed,
      double ridge) {
    if (first.length != second.length || features.length != styles * first.length) {
      throw new IllegalArgumentException("first, second and features must have one entry per row");
    }
    this.models = models;
    this.styles = styles;
    this.size = models + styles;
    this.first = first;
    this.second = second;
    this.features = features;
    this.fixed = fixed;
    this.ridge = ridge;
  }

  /**
   * Strengths, then style coefficients.
   *
   * @param firstWins weight of wins of each row's first model
   * @param secondWins weight of wins of each row's second model
   * @param start where to begin; the nearer to the optimum, the fewer passes
   * @throws ArithmeticException if the optimum is not reached
   */
  public double[] fit(double[] firstWins, double[] secondWins, double[] start) {
    double[] coefficients = start.clone();
    double[] gradient = new double[size];
    double[][] curvature = new double[size][size];
    double previous = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MAXIMUM_STEPS; step++) {
      expand(coefficients, firstWins, secondWins, gradient, curvature);
      double[] move = Cholesky.of(curvature).solve(gradient);
      double decrement = 0;
      double largest = 0;
      for (int i = 0; i < size; i++) {
        decrement += move[i] * gradient[i];
        largest = Math.max(largest, Math.abs(move[i]));
      }
      // Far from the optimum a full step may overshoot; two log-odds at once are far enough.
      double scale = largest > 2 ? 2 / largest : decrement > 2 * previous ? 0.5 : 1;
      for (int i = 0; i < size; i++) {
        coefficients[i] += scale * move[i];
      }
      previous = decrement;
      if (largest < 1e-6 && scale == 1) {
        // Newton's step squares the error: the next one would be below 1e-11.
        return coefficients;
      }
    }
    throw new ArithmeticException("the style-controlled fit did not converge");
  }

  private void expand(
      double[] coefficients,
      double[] firstWins,
      double[] secondWins,
      double[] gradient,
      double[][] curvature) {
    for (int i = 0; i < size; i++) {
      Arrays.fill(curvature[i], 0);
      gradient[i] = -ridge * coefficients[i];
      curvature[i][i] = ridge;
    }
    double[] style = new double[styles];
    for (int row = 0; row < first.length; row++) {
      double weight = firstWins[row] + secondWins[row];
      if (weight == 0) {
        continue;
      }
      int a = first[row];
      int b = second[row];
      double score = coefficients[a] - coefficients[b];
      for (int k = 0, at = row * styles; k < styles; k++, at++) {
        style[k] = features[at];
        score += coefficients[models + k] * style[k];
      }
      double probability = 1 / (1 + Math.exp(-score));
      double residual = firstWins[row] - weight * probability;
      double bend = weight * probability * (1 - probability);
      gradient[a] += residual;
      gradient[b] -= residual;
      curvature[a][a] += bend;
      curvature[b][b] += bend;
      curvature[Math.max(a, b)][Math.min(a, b)] -= bend;
      for (int k = 0; k < styles; k++) {
        double scaled = bend * style[k];
        double[] target = curvature[models + k];
        gradient[models + k] += residual * style[k];
        target[a] += scaled;
        target[b] -= scaled;
        for (int other = 0; other <= k; other++) {
          target[models + other] += scaled * style[other];
        }
      }
    }
    hold(gradient, curvature);
  }

  private void hold(double[] gradient, double[][] curvature) {
    gradient[fixed] = 0;
    for (int i = 0; i < size; i++) {
      curvature[Math.max(i, fixed)][Math.min(i, fixed)] = i == fixed ? 1 : 0;
    }
  }
}
