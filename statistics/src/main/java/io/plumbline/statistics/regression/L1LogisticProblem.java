package io.plumbline.statistics.regression;

import java.util.Arrays;

/**
 * The loss C Σ w (−y log p − (1−y) log(1−p)) + ‖β‖₁ of a logistic regression without intercept, the
 * form in which liblinear states it.
 *
 * <p>An instance holds working space and is used by one thread at a time.
 */
public final class L1LogisticProblem {
  private final int columns;
  private final int rows;
  private final double[] features;
  private final double[] outcomes;
  private final double[] weights;
  final double[] gradient;
  final double[][] curvature;
  private double[] expandedAt;
  private double[] gradientAtZero;

  /**
   * @param features row after row, {@code columns} values each
   * @param outcomes in [0, 1], one per row
   * @param weights not negative, one per row
   */
  public L1LogisticProblem(int columns, double[] features, double[] outcomes, double[] weights) {
    if (outcomes.length == 0) {
      throw new IllegalArgumentException("there is no row to fit");
    }
    if (features.length != columns * outcomes.length || weights.length != outcomes.length) {
      throw new IllegalArgumentException(
          "%d features, %d outcomes and %d weights do not make rows of %d columns"
              .formatted(features.length, outcomes.length, weights.length, columns));
    }
    this.columns = columns;
    this.rows = outcomes.length;
    this.features = features;
    this.outcomes = outcomes;
    this.weights = weights;
    this.gradient = new double[columns];
    this.curvature = new double[columns][columns];
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /** The problem with only the rows in which {@code fold} has (or has not) the given value. */
  public L1LogisticProblem part(int[] fold, int value, boolean equal) {
    int kept = (int) Arrays.stream(fold).filter(number -> (number == value) == equal).count();
    double[] partFeatures = new double[kept * columns];
    double[] partOutcomes = new double[kept];
    double[] partWeights = new double[kept];
    for (int row = 0, next = 0; row < rows; row++) {
      if ((fold[row] == value) == equal) {
        System.arraycopy(features, row * columns, partFeatures, next * columns, columns);
        partOutcomes[next] = outcomes[row];
        partWeights[next] = weights[row];
        next++;
      }
    }
    return new L1LogisticProblem(columns, partFeatures, partOutcomes, partWeights);
  }

  /** The same rows, row {@code i} standing {@code multiplicity[i]} times. */
  public L1LogisticProblem reweighted(int[] multiplicity) {
    double[] scaled = weights.clone();
    for (int row = 0; row < rows; row++) {
      scaled[row] *= multiplicity[row];
    }
    return new L1LogisticProblem(columns, features, outcomes, scaled);
  }

  /** The gradient of the smooth part, divided by C, where all coefficients are zero. */
  double[] gradientAtZero() {
    if (gradientAtZero == null) {
      expand(new double[columns]);
      gradientAtZero = gradient.clone();
    }
    return gradientAtZero;
  }

  /** Puts gradient and curvature of the smooth part, divided by C, into the working space. */
  void expand(double[] coefficients) {
    // Along a penalty path every solution is where the next search begins.
    if (Arrays.equals(expandedAt, coefficients)) {
      return;
    }
    expandedAt = coefficients.clone();
    if (columns == 3) {
      expandThree(coefficients[0], coefficients[1], coefficients[2]);
      return;
    }
    Arrays.fill(gradient, 0);
    for (double[] row : curvature) {
      Arrays.fill(row, 0);
    }
    for (int row = 0; row < rows; row++) {
      int start = row * columns;
      double probability = Logistic.probability(score(coefficients, start));
      double residual = weights[row] * (probability - outcomes[row]);
      double bend = weights[row] * probability * (1 - probability);
      for (int i = 0; i < columns; i++) {
        gradient[i] += residual * features[start + i];
        double scaled = bend * features[start + i];
        for (int j = 0; j <= i; j++) {
          curvature[i][j] += scaled * features[start + j];
        }
      }
    }
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < i; j++) {
        curvature[j][i] = curvature[i][j];
      }
    }
  }

  // The length-controlled fit has three columns and is solved thousands of times: kept in
  // registers.
  private void expandThree(double first, double second, double third) {
    double g0 = 0;
    double g1 = 0;
    double g2 = 0;
    double h00 = 0;
    double h10 = 0;
    double h11 = 0;
    double h20 = 0;
    double h21 = 0;
    double h22 = 0;
    for (int row = 0, at = 0; row < rows; row++, at += 3) {
      double a = features[at];
      double b = features[at + 1];
      double c = features[at + 2];
      // exp overflows to infinity only where the probability is zero to working precision.
      double probability = 1 / (1 + Math.exp(-(first * a + second * b + third * c)));
      double weight = weights[row];
      double residual = weight * (probability - outcomes[row]);
      double bend = weight * probability * (1 - probability);
      g0 += residual * a;
      g1 += residual * b;
      g2 += residual * c;
      double bendB = bend * b;
      double bendC = bend * c;
      h00 += bend * a * a;
      h10 += bendB * a;
      h11 += bendB * b;
      h20 += bendC * a;
      h21 += bendC * b;
      h22 += bendC * c;
    }
    gradient[0] = g0;
    gradient[1] = g1;
    gradient[2] = g2;
    curvature[0][0] = h00;
    curvature[1][1] = h11;
    curvature[2][2] = h22;
    curvature[1][0] = h10;
    curvature[0][1] = h10;
    curvature[2][0] = h20;
    curvature[0][2] = h20;
    curvature[2][1] = h21;
    curvature[1][2] = h21;
  }

  /** Σ w (−y log p − (1−y) log(1−p)). */
  public double logLoss(double[] coefficients) {
    double loss = 0;
    for (int row = 0; row < rows; row++) {
      double score = score(coefficients, row * columns);
      // log(1 + e^s) − y s; the plain logarithm is exact enough here and several times faster.
      loss +=
          weights[row]
              * (Math.max(score, 0)
                  + Math.log(1 + Math.exp(-Math.abs(score)))
                  - outcomes[row] * score);
    }
    return loss;
  }

  private double score(double[] coefficients, int start) {
    double score = 0;
    for (int column = 0; column < columns; column++) {
      score += coefficients[column] * features[start + column];
    }
    return score;
  }
}
