package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Layout;
import java.util.Set;

/** How much each token counts in a {@link WeightedLikelihood}; always detached. */
public sealed interface TokenWeighting permits FirstSequence, GivenWeights, CausalWeighting {
  /** Layout of the batches that it weighs. */
  Layout layout();

  /** Constant channels that it reads. */
  Set<Channel> constants();

  /** {@link Coupling#STATISTICS} where weights depend on the model's outputs. */
  Coupling coupling();

  /** Weight of every token, zero or more. */
  double[] weights(Batch batch);

  /** What is wrong where the weights of a global batch add up to zero, and the remedy. */
  String refusal();
}
