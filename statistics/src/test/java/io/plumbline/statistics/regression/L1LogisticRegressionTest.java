package io.plumbline.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The expected optima come from scipy (BFGS within each sign pattern, best one kept). */
class L1LogisticRegressionTest {

  @Test
  void setsWeakFeaturesToZeroUnderAStrongPenalty() {
    assertThat(new L1LogisticRegression(0.3, 1e-10).solve(problem(), new double[3]))
        .containsExactly(new double[] {0, 0, -0.06669132893552931}, within(1e-8));
  }

  @Test
  void keepsOnlySomeFeaturesUnderAWeakPenalty() {
    assertThat(new L1LogisticRegression(5, 1e-10).solve(problem(), new double[] {9, -9, 9}))
        .containsExactly(new double[] {-0.04173814287470371, 0, -0.3879957115480848}, within(1e-7));
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
    int[] fold = new int[40];
    Arrays.setAll(fold, row -> row % 4);
    L1CrossValidation.Choice choice =
        new L1CrossValidation(new double[] {1e-4, 0.3, 5}).fit(problem(), fold, 4);

    // With all coefficients zero every row scores log(1/2).
    assertThat(choice.scores()[0]).isCloseTo(Math.log(0.5), within(1e-12));
    assertThat(choice.inverseStrength()).isIn(0.3, 5.0);
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
