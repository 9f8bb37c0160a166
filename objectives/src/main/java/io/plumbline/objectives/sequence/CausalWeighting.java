package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Layout;
import java.util.Set;

/**
 * 0.9 where seeing the user's history raises a token's probability by more than 0.05, and 0.1
 * elsewhere: NextQuill (METHODS 63), as the authors' code has it under {@code
 * weight_strategy=Target}.
 *
 * <p>Its causal loss on differences of logits needs the vocabulary and is the engine's.
 */
public record CausalWeighting() implements TokenWeighting {
  private static final double THRESHOLD = 0.05;
  private static final double HIGH = 0.9;
  private static final double LOW = 0.1;

  @Override
  public Layout layout() {
    return Layout.SEQUENCES;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.COUNTERFACTUAL_LOGPS);
  }

  @Override
  public Coupling coupling() {
    return Coupling.STATISTICS;
  }

  @Override
  public double[] weights(Batch batch) {
    double[] factual = batch.values(Channel.POLICY_LOGPS);
    double[] counterfactual = batch.values(Channel.COUNTERFACTUAL_LOGPS);
    double[] weights = new double[factual.length];
    for (int t = 0; t < weights.length; t++) {
      double effect = Math.exp(factual[t]) - Math.exp(counterfactual[t]);
      weights[t] = effect > THRESHOLD ? HIGH : LOW;
    }
    return weights;
  }

  @Override
  public String refusal() {
    return "policy_logps: no example has a token to learn from; drop empty rows";
  }
}
