package io.plumbline.objectives.score;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import java.util.Map;
import java.util.Set;

/**
 * Scores Σ_t w_t (log π − log π_ref), each token's weight constant and read from {@code
 * token_weights}: a step's reward scaled by what the engine knows of the step, for instance TPO's
 * adaptive step reward (METHODS 196).
 */
public record WeightedRatios() implements ScoreSource {
  @Override
  public Set<Channel> differentiable() {
    return Set.of(Channel.POLICY_LOGPS);
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.REFERENCE_LOGPS, Channel.TOKEN_WEIGHTS);
  }

  @Override
  public Scores scores(Batch batch) {
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] reference = batch.values(Channel.REFERENCE_LOGPS);
    double[] weights = batch.values(Channel.TOKEN_WEIGHTS);
    double[] values = new double[shape.sequences()];
    double[] logps = new double[values.length];
    for (int s = 0; s < values.length; s++) {
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        values[s] += weights[t] * (policy[t] - reference[t]);
        logps[s] += policy[t];
      }
    }
    return new Scores(values, values, logps);
  }

  @Override
  public Map<Channel, double[]> gradients(Batch batch, double[] slopes) {
    BatchShape shape = batch.shape();
    double[] weights = batch.values(Channel.TOKEN_WEIGHTS);
    double[] gradient = new double[weights.length];
    for (int s = 0; s < slopes.length; s++) {
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        gradient[t] = slopes[s] * weights[t];
      }
    }
    return Map.of(Channel.POLICY_LOGPS, gradient);
  }
}
