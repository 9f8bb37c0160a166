package io.plumbline.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The expected optima come from scipy (BFGS within each sign pattern, best one kept). */
class L1LogisticRegressionTest {

  @Test
  void setsWeakFeaturesToZeroUnderAStrongPenalty() {
    assertThat(new L1LogisticRegression(0.3, 1e-10).solve(problem(), new double[3]))
        .containsExactly(new double[] {0, 0, -0.06669132893552931}, within(1e-6));
  }

  @Test
  void keepsOnlySomeFeaturesUnderAWeakPenalty() {
    assertThat(new L1LogisticRegression(5, 1e-10).solve(problem(), new double[] {9, -9, 9}))
        .containsExactly(new double[] {-0.04173814287470371, 0, -0.3879957115480848}, within(1e-6));
  }

  @Test
  void isZeroWhereThePenaltyOutweighsEveryFeature() {
    assertThat(new L1LogisticRegression(1e-4, 1e-10).solve(problem(), new double[] {1, 1, 1}))
        .containsExactly(0, 0, 0);
  }

  @Test
  void solvesWithAnyNumberOfColumns() {
    // One column of ones, 3 of 4 successes, C: 4C(p − 3/4) + 1 = 0 at C = 4, so p = 11/16.
    L1LogisticProblem problem =
        new L1LogisticProblem(
            1, new double[] {1, 1, 1, 1}, new double[] {1, 1, 1, 0}, new double[] {1, 1, 1, 1});

    assertThat(new L1LogisticRegression(4, 1e-12).solve(problem, new double[1])[0])
        .isCloseTo(Math.log(11.0 / 5), within(1e-9));
  }

  @Test
  void choosesThePenaltyWithTheBestScoreOnHeldOutRows() {
    // Three successes of four in every fold: the better the fit, the better the held-out score.
    L1LogisticProblem problem =
        new L1LogisticProblem(
            1,
            new double[] {1, 1, 1, 1, 1, 1, 1, 1},
            new double[] {1, 1, 1, 0, 1, 1, 1, 0},
            new double[] {1, 1, 1, 1, 1, 1, 1, 1});
    L1CrossValidation.Choice choice =
        new L1CrossValidation(new double[] {1e-4, 1, 4})
            .fit(problem, new int[] {0, 0, 0, 0, 1, 1, 1, 1}, 2);

    // At 1e-4 the coefficient is zero; at 4 training on four rows gives p = 11/16, as above.
    assertThat(choice.scores()[0]).isCloseTo(Math.log(0.5), within(1e-12));
    assertThat(choice.scores()[2])
        .isCloseTo(0.75 * Math.log(11.0 / 16) + 0.25 * Math.log(5.0 / 16), within(1e-9));
    assertThat(choice.inverseStrength()).isEqualTo(4);
    // All eight rows: 32 (p − 3/4) + 1 = 0, so p = 23/32.
    assertThat(choice.coefficients()[0]).isCloseTo(Math.log(23.0 / 9), within(1e-9));
  }

  @Test
  void refusesAPenaltyThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new L1LogisticRegression(0, 1e-6))
        .withMessageContaining("inverseStrength is 0.0");
  }

  private static L1LogisticProblem problem() {
    double[] features = new double[120];
    double[] outcomes = new double[40];
    double[] weights = new double[40];
    for (int row = 0; row < 40; row++) {
      features[3 * row] = Math.tanh((row % 9 - 4) / 2.0);
      features[3 * row + 1] = ((row * 3) % 7) / 3.0 - 1;
      features[3 * row + 2] = 1;
      outcomes[row] = ((row * row + 3 * row) % 10) / 10.0;
      weights[row] = 1;
    }
    return new L1LogisticProblem(3, features, outcomes, weights);
  }
}
