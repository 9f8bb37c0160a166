package io.plumbline.objectives.feedback;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Range;
import java.util.Set;

/**
 * Y / max(θ, M): a click over the probability θ that the item was seen, held at M from below
 * (METHODS 184, WSDM 2020, equation 9 and the clipped estimator). M = 0 is unbiased; a larger M
 * trades variance for bias.
 *
 * @param clip M in [0, 1]
 */
public record InversePropensity(double clip) {
  /** Probability that the user was exposed to the item. */
  public static final Channel PROPENSITIES =
      new Channel("propensities", Level.SEQUENCE, Range.PROBABILITY);

  public InversePropensity {
    if (!(clip >= 0 && clip <= 1)) {
      throw new IllegalArgumentException("clip: %s is outside [0, 1]".formatted(clip));
    }
  }

  /** Weight of a click, zero without one. Throws where no propensity bounds it. */
  double weight(int item, Batch batch) {
    if (batch.values(Channel.LABELS)[item] == 0) {
      return 0;
    }
    double propensity = Math.max(clip, batch.values(PROPENSITIES)[item]);
    double weight = 1 / propensity;
    if (!Double.isFinite(weight)) {
      throw new InvalidBatchException(
          "propensities: sequence %d holds %s; give a larger one or a clip above 0"
              .formatted(item, propensity));
    }
    return weight;
  }

  static Set<Channel> constants() {
    return Set.of(Channel.LABELS, PROPENSITIES);
  }
}
