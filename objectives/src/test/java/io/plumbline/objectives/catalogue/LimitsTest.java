package io.plumbline.objectives.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.ObjectiveState;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Losses at β = 1 of one pair of one token each: where policy and reference agree, where the chosen
 * log-ratio is 5000 and the rejected −5000, and the other way round. Closed forms beside each.
 */
class LimitsTest {
  @ParameterizedTest
  @CsvSource({
    // log 2; log(1 + e^−10000); 10000
    "dpo, 0.6931471805599453, 0, 10000",
    // 1; 0; 1 + 10000
    "rso-hinge, 1, 0, 10001",
    // (0 − ½)²; (10000 − ½)²; (−10000 − ½)²
    "ipo-summed, 0.25, 99990000.25, 100010000.25",
    // log 2; ε · 10000; (1 − ε) · 10000
    "cdpo, 0.6931471805599453, 1000, 9000",
    // log 2; −ε / (1 − 2ε) · 10000; (1 − ε) / (1 − 2ε) · 10000
    "rdpo, 0.6931471805599453, -1250, 11250",
    // ½ log ½/0.999 + ½ log ½/0.001; −log 0.999; −log 0.001
    "exo, 2.761230709097915, 0.0010005003335835344, 6.907755278982137",
    // ½ (log 2 + 1); 0 · e^−10000; log 2 part gone, 10000 of the logistic
    "discopop, 0.8465735902799727, 0, 10000",
    // 2 log 2; ½ · 5000; 5000 + ½ · 5000
    "nca, 1.3862943611198906, 2500, 7500",
    // 2 log 2; 0; 10000
    "bco-pair, 1.3862943611198906, 0, 10000",
    // ¼ + ¼; 2 · 4999.5²; 2 · 5000.5²
    "sppo-hard, 0.5, 49990000.5, 50010000.5",
    // ½ + ½; 0; 2
    "apo-zero, 1, 0, 2",
    // ½ + ½; 1 + 0; 0 + 1
    "apo-down, 1, 1, 1",
    // log 2 each way for policies that agree with their reference
    "aot, 0.6931471805599453, 0, 10000",
    "aot-unpaired, 0.6931471805599453, 0, 10000",
    // scores log 2 + log σ(±5000), that is log 2 and log 2 − 5000
    "dpo-js, 0.6931471805599453, 0, 5000",
    // scores 1 − e^−u, the exponent held at 80: 1 and 1 − e^80; e^80 = 5.5406223843935e34
    "dpo-forward-kl, 0.6931471805599453, 0, 5.54062238439351e34",
    // α = ½: scores 2 (1 − e^{−u/2}), the exponent held at 80
    "dpo-alpha, 0.6931471805599453, 0, 1.108124476878702e35",
    // one token each: averages are sums
    "ipo-averaged, 0.25, 99990000.25, 100010000.25",
    "ln-dpo, 0.6931471805599453, 0, 10000",
    "ld-dpo, 0.6931471805599453, 0, 10000",
    "ld-dpo-policy-only, 0.6931471805599453, 0, 10000",
    "cpo-sigmoid, 0.6931471805599453, 0, 10000",
    // log(1 + e^½), γ = ½; log(1 + e^−9999.5); 10000.5
    "simpo, 0.9740769841801067, 0, 10000.5",
    "simpo-ratio, 0.9740769841801067, 0, 10000.5",
    // the likelihood of the chosen token on top: 6000, 1000, 11000
    "cpo, 6000.693147180559945, 1000, 21000",
    // log-odds of such small probabilities are the log-probabilities
    "orpo-odds-ratio, 0.6931471805599453, 0, 10000",
    "orpo, 6000.693147180559945, 1000, 21000",
    "orpo-per-completion, 6000.693147180559945, 1000, 21000",
    // η = 0.005 times the same
    "rpo, 30.6931471805599453, 5, 10055",
  })
  void meetsTheClosedForm(String name, double equal, double won, double lost) {
    assertThat(loss(name, 0)).isCloseTo(equal, within(1e-12 * Math.max(1, equal)));
    assertThat(loss(name, 5000)).isCloseTo(won, within(1e-12 * Math.max(1, Math.abs(won))));
    assertThat(loss(name, -5000)).isCloseTo(lost, within(1e-12 * Math.max(1, lost)));
  }

  private static double loss(String name, double ratio) {
    Batch batch =
        Batch.of(BatchShape.pairs(1, 1))
            .with(Channel.POLICY_LOGPS, -6000 + ratio, -6000 - ratio)
            .with(Channel.REFERENCE_LOGPS, -6000, -6000);
    Evaluation evaluation =
        Catalogue.standard()
            .create(name, Map.of("beta", 1.0))
            .evaluate(batch, ObjectiveState.EMPTY);
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS)).doesNotContain(Double.NaN);
    return evaluation.loss();
  }
}
