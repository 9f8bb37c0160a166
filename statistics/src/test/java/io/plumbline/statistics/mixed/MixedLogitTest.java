package io.plumbline.statistics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Contagious bovine pleuropneumonia in 15 herds (Lesnoff et al. 2004), the example of lme4's glmer:
 * herd, new cases, animals, period.
 */
class MixedLogitTest {
  private static final int[][] CASES =
      new int[][] {
        {1, 2, 14, 1},
        {1, 3, 12, 2},
        {1, 4, 9, 3},
        {1, 0, 5, 4},
        {2, 3, 22, 1},
        {2, 1, 18, 2},
        {2, 1, 21, 3},
        {3, 8, 22, 1},
        {3, 2, 16, 2},
        {3, 0, 16, 3},
        {3, 2, 20, 4},
        {4, 2, 10, 1},
        {4, 0, 10, 2},
        {4, 2, 9, 3},
        {4, 0, 6, 4},
        {5, 5, 18, 1},
        {5, 0, 25, 2},
        {5, 0, 24, 3},
        {5, 1, 4, 4},
        {6, 3, 17, 1},
        {6, 0, 17, 2},
        {6, 0, 18, 3},
        {6, 1, 20, 4},
        {7, 8, 16, 1},
        {7, 1, 10, 2},
        {7, 3, 9, 3},
        {7, 0, 5, 4},
        {8, 12, 34, 1},
        {9, 2, 9, 1},
        {9, 0, 6, 2},
        {9, 0, 8, 3},
        {9, 0, 6, 4},
        {10, 1, 22, 1},
        {10, 1, 22, 2},
        {10, 0, 18, 3},
        {10, 2, 22, 4},
        {11, 0, 25, 1},
        {11, 5, 27, 2},
        {11, 3, 22, 3},
        {11, 1, 22, 4},
        {12, 2, 10, 1},
        {12, 1, 8, 2},
        {12, 0, 6, 3},
        {12, 0, 5, 4},
        {13, 1, 21, 1},
        {13, 2, 24, 2},
        {13, 0, 19, 3},
        {13, 0, 23, 4},
        {14, 11, 19, 1},
        {14, 0, 2, 2},
        {14, 0, 3, 3},
        {14, 0, 2, 4},
        {15, 1, 19, 1},
        {15, 1, 15, 2},
        {15, 1, 15, 3},
        {15, 0, 15, 4},
      };

  // lme4's manual, glmer(cbind(incidence, size - incidence) ~ period + (1 | herd)), Laplace.
  @Test
  void agreesWithLme4ByLaplacesApproximation() {
    MixedLogit fit = MixedLogit.fit(cases(), 1);

    assertThat(fit.coefficients())
        .containsExactly(new double[] {-1.3983, -0.9919, -1.1282, -1.5797}, within(1e-3));
    assertThat(fit.groupDeviation()).isCloseTo(0.6421, within(1e-3));
  }

  // Maximum of the likelihood by 4,001 trapezia per herd and Nelder-Mead (SciPy), independently;
  // standard errors from its Hessian.
  @Test
  void agreesWithNumericIntegrationByManyNodes() {
    MixedLogit fit = MixedLogit.fit(cases(), 25);

    assertThat(fit.coefficients())
        .containsExactly(new double[] {-1.39923, -0.99140, -1.12782, -1.57947}, within(1e-4));
    assertThat(fit.groupDeviation()).isCloseTo(0.64752, within(1e-4));
    assertThat(fit.logLikelihood()).isCloseTo(-277.4590287, within(1e-6));
    assertThat(
            new double[] {
              fit.standardError(0), fit.standardError(1), fit.standardError(2), fit.standardError(3)
            })
        .containsExactly(new double[] {0.23351, 0.30677, 0.32677, 0.42759}, within(1e-3));
  }

  // Both groups answer alike, 3 of 4: the pooled log-odds ln 3, variance 1/(8 · 3/4 · 1/4).
  @Test
  void findsNoDeviationBetweenGroupsThatAreAlike() {
    double[][] ones = {{1}, {1}};

    MixedLogit fit =
        MixedLogit.fit(
            new GroupedBinomial(
                ones, new double[] {3, 3}, new double[] {4, 4}, new int[] {0, 1}, 2),
            15);

    assertThat(fit.groupDeviation()).isZero();
    assertThat(fit.coefficients()[0]).isCloseTo(Math.log(3), within(1e-8));
    assertThat(fit.standardError(0)).isCloseTo(Math.sqrt(2.0 / 3), within(1e-8));
  }

  private static GroupedBinomial cases() {
    int rows = CASES.length;
    double[][] features = new double[rows][];
    double[] sick = new double[rows];
    double[] animals = new double[rows];
    int[] herds = new int[rows];
    for (int row = 0; row < rows; row++) {
      int period = CASES[row][3];
      features[row] =
          new double[] {1, period == 2 ? 1 : 0, period == 3 ? 1 : 0, period == 4 ? 1 : 0};
      sick[row] = CASES[row][1];
      animals[row] = CASES[row][2];
      herds[row] = CASES[row][0] - 1;
    }
    return new GroupedBinomial(features, sick, animals, herds, 15);
  }
}
