package io.plumbline.objectives.feedback;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.numeric.Sigmoid;
import io.plumbline.objectives.sequence.SequenceTerm;
import java.util.Set;

/**
 * w (1 − p)² + ω (1 − w) p² with p = σ(s) and w = Y / max(θ, M), over Σ (Y + ω (1 − Y)): the
 * authors' real-world reading of the clipped estimator (METHODS 184, {@code
 * src/models/recommenders.py}); with θ = 1 it is weighted matrix factorisation.
 *
 * @param inverse how w is made
 * @param unclicked ω ≥ 0, weight of items without a click
 */
public record PropensitySquaredError(InversePropensity inverse, double unclicked)
    implements PointLoss {
  public PropensitySquaredError {
    requireNonNull(inverse, "inverse is null");
    if (!(unclicked >= 0 && Double.isFinite(unclicked))) {
      throw new IllegalArgumentException("weight: %s is not zero or more".formatted(unclicked));
    }
  }

  @Override
  public SequenceTerm at(double score, int item, Batch batch) {
    double weight = inverse.weight(item, batch);
    double rest = unclicked * (1 - weight);
    double probability = Sigmoid.of(score);
    double complement = Sigmoid.of(-score);
    return new SequenceTerm(
        weight * complement * complement + rest * probability * probability,
        2 * (rest * probability - weight * complement) * probability * complement);
  }

  @Override
  public double share(int item, Batch batch) {
    double label = batch.values(Channel.LABELS)[item];
    return label + unclicked * (1 - label);
  }

  @Override
  public Set<Channel> constants() {
    return InversePropensity.constants();
  }
}
