package io.plumbline.objectives.score;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the policy's log-probabilities are compared with: a weighted sum of constant channels.
 *
 * @param weights channel to weight; empty for reference-free objectives
 */
public record Reference(Map<Channel, Double> weights) {
  public Reference {
    weights = Map.copyOf(weights);
  }

  /** The frozen starting model. */
  public static Reference fixed() {
    return moving(Channel.REFERENCE_LOGPS);
  }

  /** Another model, for instance one that the engine updates softly or by copies (TR-DPO). */
  public static Reference moving(Channel channel) {
    return new Reference(Map.of(channel, 1.0));
  }

  /** No reference. */
  public static Reference none() {
    return new Reference(Map.of());
  }

  /** The geometric mean of a population of checkpoints. */
  public static Reference population(List<Channel> checkpoints) {
    Map<Channel, Double> weights = new LinkedHashMap<>();
    checkpoints.forEach(checkpoint -> weights.put(checkpoint, 1.0 / checkpoints.size()));
    return new Reference(weights);
  }

  /** Policy minus reference, per token. Returns {@code policy} itself when there is none. */
  public double[] ratios(Batch batch, double[] policy) {
    if (weights.isEmpty()) {
      return policy;
    }
    double[] ratios = policy.clone();
    weights.forEach(
        (channel, weight) -> {
          double[] reference = batch.values(channel);
          for (int token = 0; token < ratios.length; token++) {
            ratios[token] -= weight * reference[token];
          }
        });
    return ratios;
  }
}
