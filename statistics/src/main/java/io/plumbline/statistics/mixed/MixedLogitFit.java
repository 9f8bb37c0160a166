package io.plumbline.statistics.mixed;

import io.plumbline.statistics.linear.Cholesky;
import io.plumbline.statistics.regression.LogisticDesign;
import io.plumbline.statistics.regression.LogisticFit;
import io.plumbline.statistics.regression.LogisticRegression;
import java.util.Arrays;

/**
 * Newton's method on the marginal log-likelihood in (β, s), with central differences: there are few
 * parameters, and the differences follow the nodes, which move with the parameters.
 */
final class MixedLogitFit {
  private static final double DIFFERENCE = 1e-4;
  private static final int ITERATIONS = 100;
  private static final double SMALLEST_DEVIATION = 1e-3;
  private final GroupedBinomial data;
  private final GroupIntegral integral;
  private final int columns;

  MixedLogitFit(GroupedBinomial data, int points) {
    this.data = data;
    this.integral = new GroupIntegral(data, points);
    this.columns = data.columns();
  }

  MixedLogit fit() {
    LogisticFit pooled = new LogisticRegression(0).fit(design());
    double[] at = Arrays.copyOf(pooled.coefficients(), columns + 1);
    at[columns] = 0.5;
    double value = value(at);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] step = newton(at);
      double scale = 1;
      double[] next = moved(at, step, scale);
      double nextValue = value(next);
      while (!(nextValue >= value) && scale > 1e-8) {
        scale /= 2;
        next = moved(at, step, scale);
        nextValue = value(next);
      }
      if (!(nextValue >= value)) {
        break;
      }
      double gain = nextValue - value;
      at = next;
      value = nextValue;
      if (gain < 1e-11 * (1 + Math.abs(value)) && largest(step) * scale < 1e-6) {
        break;
      }
    }
    double deviation = Math.abs(at[columns]);
    // The likelihood is even in s: its maximum at 0 is the model without groups.
    return deviation < SMALLEST_DEVIATION
        ? new MixedLogit(
            pooled.coefficients(),
            pooled.covariance(),
            0,
            new double[data.groups()],
            integral.logLikelihood(pooled.coefficients(), 0))
        : found(at, deviation, value);
  }

  private MixedLogit found(double[] at, double deviation, double value) {
    double[] coefficients = Arrays.copyOf(at, columns);
    double[][] inverse = Cholesky.of(information(at)).inverse();
    double[][] covariance = new double[columns][];
    for (int column = 0; column < columns; column++) {
      covariance[column] = Arrays.copyOf(inverse[column], columns);
    }
    return new MixedLogit(
        coefficients, covariance, deviation, integral.modes(coefficients, deviation), value);
  }

  private double value(double[] at) {
    return integral.logLikelihood(Arrays.copyOf(at, columns), at[columns]);
  }

  private double[] newton(double[] at) {
    double[] slope = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      slope[i] =
          (value(shifted(at, i, DIFFERENCE)) - value(shifted(at, i, -DIFFERENCE)))
              / (2 * DIFFERENCE);
    }
    double[][] information = information(at);
    // Away from the maximum the information may be indefinite; a ridge makes the step uphill.
    for (double ridge = 0; ; ridge = ridge == 0 ? 1e-3 : ridge * 10) {
      try {
        double[][] ridged = new double[at.length][];
        for (int i = 0; i < at.length; i++) {
          ridged[i] = information[i].clone();
          ridged[i][i] += ridge;
        }
        return Cholesky.of(ridged).solve(slope);
      } catch (ArithmeticException indefinite) {
        if (ridge > 1e6) {
          throw indefinite;
        }
      }
    }
  }

  // Minus the matrix of second derivatives.
  private double[][] information(double[] at) {
    double[][] information = new double[at.length][at.length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j <= i; j++) {
        double second =
            value(shifted(shifted(at, i, DIFFERENCE), j, DIFFERENCE))
                - value(shifted(shifted(at, i, DIFFERENCE), j, -DIFFERENCE))
                - value(shifted(shifted(at, i, -DIFFERENCE), j, DIFFERENCE))
                + value(shifted(shifted(at, i, -DIFFERENCE), j, -DIFFERENCE));
        information[i][j] = -second / (4 * DIFFERENCE * DIFFERENCE);
        information[j][i] = information[i][j];
      }
    }
    return information;
  }

  // Successes and failures as weighted rows of their own.
  private LogisticDesign design() {
    int rows = data.successes().length;
    double[][] features = new double[2 * rows][];
    double[] outcomes = new double[2 * rows];
    double[] weights = new double[2 * rows];
    int kept = 0;
    for (int row = 0; row < rows; row++) {
      for (int outcome = 0; outcome <= 1; outcome++) {
        double weight =
            outcome == 1 ? data.successes()[row] : data.trials()[row] - data.successes()[row];
        if (weight > 0) {
          features[kept] = data.features()[row];
          outcomes[kept] = outcome;
          weights[kept++] = weight;
        }
      }
    }
    return new LogisticDesign(
        Arrays.copyOf(features, kept), Arrays.copyOf(outcomes, kept), Arrays.copyOf(weights, kept));
  }

  private static double[] shifted(double[] at, int index, double by) {
    double[] shifted = at.clone();
    shifted[index] += by;
    return shifted;
  }

  private static double[] moved(double[] at, double[] step, double scale) {
    double[] moved = at.clone();
    for (int i = 0; i < at.length; i++) {
      moved[i] += scale * step[i];
    }
    return moved;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
