package io.plumbline.objectives.catalogue;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.list.SegmentLogisticLoss;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Objectives of diffusion models whose authors published equations only. */
class DiffusionCalculationTest {
  /** The entries that this class checks. */
  static final Set<String> NAMES = Set.of("rank-dpo", "dense-dpo", "bide-dpo");

  private static Evaluation evaluate(String name, Map<String, Double> parameters, Batch batch) {
    return Catalogue.standard().create(name, parameters).evaluate(batch, ObjectiveState.EMPTY);
  }

  /** Four samples: s = e − e_ref is −0.2, 0.3, 0.1 and −0.1. */
  private static Batch four() {
    return Batch.of(BatchShape.of(Layout.LISTS, new int[] {4}, 1, 1, 1, 1))
        .with(Channel.DENOISING_ERRORS, 0.2, 0.9, 0.5, 0.4)
        .with(Channel.REFERENCE_DENOISING_ERRORS, 0.4, 0.6, 0.4, 0.5);
  }

  @Test
  void weighsPairsByTrueRanks() {
    // φ = 1, 0, 0.5: gains 1, 0, √2 − 1 = 0.4142136; ranks 1, 3, 2; 1/log 2 = 1.4426950,
    // 1/log 3 = 0.9102392, 1/log 4 = 0.7213475. β = 2.
    // (1, 3): |1 − 0.4142136| · 0.5324558 = 0.3119054, −β (−0.2 − 0.1) = 0.6
    // (1, 2): 1 · 0.7213475 = 0.7213475, −β (−0.2 − 0.3) = 1
    // (3, 2): 0.4142136 · 0.1888917 = 0.0782415, −β (0.1 − 0.3) = 0.4
    Batch three =
        Batch.of(BatchShape.of(Layout.LISTS, new int[] {3}, 1, 1, 1))
            .with(Channel.DENOISING_ERRORS, 0.2, 0.9, 0.5)
            .with(Channel.REFERENCE_DENOISING_ERRORS, 0.4, 0.6, 0.4)
            .with(Channel.RELEVANCES, 1, 0, 0.5);
    double root = Math.sqrt(2) - 1;
    double first = (1 - root) * (1 / log(2) - 1 / log(3));
    double second = 1 / log(2) - 1 / log(4);
    double third = root * (1 / log(3) - 1 / log(4));

    Evaluation evaluation = evaluate("rank-dpo", Map.of("beta", 2.0), three);

    assertThat(first).isCloseTo(0.3119054, within(1e-6));
    assertThat(third).isCloseTo(0.0782415, within(1e-6));
    assertThat(evaluation.loss())
        .isCloseTo(
            first * log1p(exp(-0.6)) + second * log1p(exp(-1)) + third * log1p(exp(-0.4)),
            within(1e-14));
    // The best sample's error: β (0.3119054 σ(−0.6) + 0.7213475 σ(−1)), positive: it is to fall.
    assertThat(evaluation.gradient(Channel.DENOISING_ERRORS)[0])
        .isCloseTo(2 * (first / (1 + exp(0.6)) + second / (1 + exp(1))), within(1e-14));
  }

  @Test
  void addsSegmentsWithinOneLogarithm() {
    // Two segments of each video: (−0.2, 0.3) with the first better, (0.1, −0.1) with the second.
    // Σ l (s_0 − s_1) = (−0.2 − 0.3) − (0.1 + 0.1) = −0.7; β = 2: log(1 + e^−1.4).
    // The second a tie: −0.5, log(1 + e^−1).
    Batch both = four().with(SegmentLogisticLoss.SEGMENT_LABELS, 1, -1, -1, 1);
    Batch tie = four().with(SegmentLogisticLoss.SEGMENT_LABELS, 1, -1, 0, 0);

    assertThat(evaluate("dense-dpo", Map.of("beta", 2.0), both).loss())
        .isCloseTo(log1p(exp(-1.4)), within(1e-14));
    Evaluation evaluation = evaluate("dense-dpo", Map.of("beta", 2.0), tie);
    double slope = 2 / (1 + exp(1));
    assertThat(evaluation.loss()).isCloseTo(log1p(exp(-1)), within(1e-14));
    assertThat(evaluation.gradient(Channel.DENOISING_ERRORS))
        .containsExactly(new double[] {slope, -slope, 0, 0}, within(1e-14));
  }

  @Test
  void countsTheWorsePairForMore() {
    // −½ β of the differences, β = 4: margins −2 (−0.5) = 1 and −2 · 0.2 = −0.4.
    // L_1 = log(1 + e^−1) = 0.3132617, L_2 = log(1 + e^0.4) = 0.9130153; w = 0.2554575
    double first = log1p(exp(-1));
    double second = log1p(exp(0.4));
    double weight = first / (first + second);

    Evaluation evaluation = evaluate("bide-dpo", Map.of("beta", 4.0), four());

    assertThat(weight).isCloseTo(0.2554575, within(1e-6));
    assertThat(evaluation.loss()).isCloseTo(weight * first + (1 - weight) * second, within(1e-14));
    assertThat(evaluation.gradient(Channel.DENOISING_ERRORS))
        .containsExactly(
            new double[] {
              2 * weight / (1 + exp(1)),
              -2 * weight / (1 + exp(1)),
              2 * (1 - weight) / (1 + exp(-0.4)),
              -2 * (1 - weight) / (1 + exp(-0.4))
            },
            within(1e-14));
  }

  @Test
  void balancesOverTheGlobalBatch() {
    // A second micro-batch with both losses log 2 draws the weight towards ½.
    Batch equal =
        Batch.of(BatchShape.of(Layout.LISTS, new int[] {4}, 1, 1, 1, 1))
            .with(Channel.DENOISING_ERRORS, 1, 1, 1, 1)
            .with(Channel.REFERENCE_DENOISING_ERRORS, 1, 1, 1, 1);
    var objective = Catalogue.standard().create("bide-dpo", Map.of("beta", 4.0));
    Statistics global = objective.statistics(four()).plus(objective.statistics(equal));
    double first = log1p(exp(-1)) + log(2);
    double second = log1p(exp(0.4)) + log(2);

    assertThat(
            objective
                .evaluate(equal, global, ObjectiveState.EMPTY)
                .metrics()
                .means()
                .get("loss_weight/first"))
        .isCloseTo(first / (first + second), within(1e-14));
  }

  @Test
  void refusesAnythingButTwoPairs() {
    Batch three =
        Batch.of(BatchShape.of(Layout.LISTS, new int[] {3}, 1, 1, 1))
            .with(Channel.DENOISING_ERRORS, 1, 1, 1)
            .with(Channel.REFERENCE_DENOISING_ERRORS, 1, 1, 1);

    assertThatThrownBy(() -> evaluate("bide-dpo", Map.of(), three))
        .isInstanceOf(InvalidBatchException.class)
        .hasMessageContaining("example 0 has 3 sequences");
  }
}
