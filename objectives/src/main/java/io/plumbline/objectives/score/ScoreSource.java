package io.plumbline.objectives.score;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import java.util.Map;
import java.util.Set;

/** Where the score of a sequence comes from, and how a gradient finds its way back there. */
public interface ScoreSource {
  /** Channels that gradients flow into. */
  Set<Channel> differentiable();

  /** Channels that are read and held fixed. */
  Set<Channel> constants();

  /** Scores of all sequences. Throws where a sequence has none. */
  Scores scores(Batch batch);

  /**
   * The gradient by each differentiable channel.
   *
   * @param slopes derivative of the loss by each sequence's score
   */
  Map<Channel, double[]> gradients(Batch batch, double[] slopes);
}
