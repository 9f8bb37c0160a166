package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A model with two parameters, trained over a socket: to prompt i it answers "a" (one token) with
 * probability σ(θ_i) and "b" (two tokens, the second certain) otherwise.
 *
 * <p>Where a is preferred n times and b m times, DPO's loss is n (−log σ(βh)) + m (−log σ(−βh))
 * with h = θ − θ_ref, since the log-odds of σ(θ) is θ. It is least where σ(βh) = n/(n + m): at θ =
 * θ_ref + log(n/m)/β.
 */
class TwoParameterModelTest {
  private static final double BETA = 0.5;
  private static final double LEARNING_RATE = 20;
  private static final double[] REFERENCE = {0.4, -1.1};

  /** The prompt of each pair, and whether a is the preferred answer: 3 to 1, and 1 to 4. */
  private static final int[] PROMPTS = {0, 0, 0, 0, 1, 1, 1, 1, 1};

  private static final boolean[] PREFERS_A = {
    true, true, true, false, true, false, false, false, false
  };

  @Test
  void findsTheClosedFormOptimumOfDpo() throws Exception {
    double[] parameters = REFERENCE.clone();
    try (ServedObjectives objectives = ServedObjectives.start()) {
      for (int step = 0; step < 200; step++) {
        EvaluateResponse answer = objectives.stub().evaluate(request(parameters));
        double[] slopes = slopes(parameters, answer);
        parameters[0] -= LEARNING_RATE * slopes[0];
        parameters[1] -= LEARNING_RATE * slopes[1];
      }
    }

    // 0.4 + 2 ln 3 = 2.5972245773362196; −1.1 − 2 ln 4 = −3.872588722239781.
    assertThat(parameters[0]).isCloseTo(2.5972245773362196, within(1e-9));
    assertThat(parameters[1]).isCloseTo(-3.872588722239781, within(1e-9));
  }

  private static EvaluateRequest request(double[] parameters) {
    Integer[] lengths = new Integer[2 * PROMPTS.length];
    for (int i = 0; i < PROMPTS.length; i++) {
      lengths[2 * i] = PREFERS_A[i] ? 1 : 2;
      lengths[2 * i + 1] = PREFERS_A[i] ? 2 : 1;
    }
    return EvaluateRequest.newBuilder()
        .setObjective(Requests.objective("dpo", Map.of("beta", BETA)))
        .setBatch(
            Requests.batch(lengths)
                .putChannels("policy_logps", Requests.float64(logps(parameters)))
                .putChannels("reference_logps", Requests.float64(logps(REFERENCE))))
        .build();
  }

  private static double[] logps(double[] parameters) {
    double[] logps = new double[3 * PROMPTS.length];
    for (int i = 0; i < PROMPTS.length; i++) {
      double a = logSigmoid(parameters[PROMPTS[i]]);
      double b = logSigmoid(-parameters[PROMPTS[i]]);
      double[] pair = PREFERS_A[i] ? new double[] {a, b, 0} : new double[] {b, 0, a};
      System.arraycopy(pair, 0, logps, 3 * i, 3);
    }
    return logps;
  }

  /** The chain rule: d log σ(θ) / dθ = σ(−θ), d log σ(−θ) / dθ = −σ(θ). */
  private static double[] slopes(double[] parameters, EvaluateResponse answer) {
    double[] gradient = Requests.values(answer.getGradientsOrThrow("policy_logps"));
    double[] slopes = new double[parameters.length];
    for (int i = 0; i < PROMPTS.length; i++) {
      double[] pair = Arrays.copyOfRange(gradient, 3 * i, 3 * i + 3);
      double probability = 1 / (1 + Math.exp(-parameters[PROMPTS[i]]));
      slopes[PROMPTS[i]] +=
          PREFERS_A[i]
              ? pair[0] * (1 - probability) - pair[1] * probability
              : pair[2] * (1 - probability) - pair[0] * probability;
    }
    return slopes;
  }

  private static double logSigmoid(double x) {
    return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
  }
}
