package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Layout;
import java.util.Set;

/**
 * Weights from {@code token_weights}: conditioned fine-tuning on data of mixed quality (C-RLFT,
 * METHODS 139, arXiv:2309.11235), where the weight is that of the completion's source.
 */
public record GivenWeights() implements TokenWeighting {
  @Override
  public Layout layout() {
    return Layout.SEQUENCES;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.TOKEN_WEIGHTS);
  }

  @Override
  public Coupling coupling() {
    return Coupling.SEPARABLE;
  }

  @Override
  public double[] weights(Batch batch) {
    return batch.values(Channel.TOKEN_WEIGHTS);
  }

  @Override
  public String refusal() {
    return "token_weights: they add up to zero; give a token a positive weight";
  }
}
