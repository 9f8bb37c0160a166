package io.plumbline.objectives.feedback;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.numeric.Sigmoid;
import io.plumbline.objectives.sequence.SequenceTerm;
import java.util.Set;

/**
 * −w log σ(s) − (1 − w) log σ(−s) with w = Y / max(θ, M): the unbiased, or clipped, cross-entropy
 * against relevance of which clicks tell only where the item was seen (METHODS 184, WSDM 2020,
 * equation 9).
 *
 * <p>Not bounded below for w &gt; 1: a rarely seen item's score is driven up without end.
 *
 * @param inverse how w is made
 */
public record PropensityCrossEntropy(InversePropensity inverse) implements PointLoss {
  public PropensityCrossEntropy {
    requireNonNull(inverse, "inverse is null");
  }

  @Override
  public SequenceTerm at(double score, int item, Batch batch) {
    double weight = inverse.weight(item, batch);
    return new SequenceTerm(
        -weight * Sigmoid.log(score) - (1 - weight) * Sigmoid.log(-score),
        Sigmoid.of(score) - weight);
  }

  @Override
  public Set<Channel> constants() {
    return InversePropensity.constants();
  }
}
