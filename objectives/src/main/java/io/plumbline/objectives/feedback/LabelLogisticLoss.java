package io.plumbline.objectives.feedback;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.numeric.Sigmoid;
import io.plumbline.objectives.sequence.SequenceTerm;
import java.util.Set;

/**
 * −log σ(s) of a clicked and −log σ(−s) of another item: Bayesian point-wise optimisation, the BPO
 * that NBPO sets out from (METHODS 115, arXiv:2007.07204).
 */
public record LabelLogisticLoss() implements PointLoss {
  @Override
  public SequenceTerm at(double score, int item, Batch batch) {
    double sign = batch.values(Channel.LABELS)[item] == 1 ? 1 : -1;
    return new SequenceTerm(-Sigmoid.log(sign * score), -sign * Sigmoid.of(-sign * score));
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.LABELS);
  }
}
