package io.plumbline.objectives.list;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.numeric.Sigmoid;
import java.util.Set;

/**
 * −log σ(β Σ l_i s_i) over the segments of two aligned videos, l being 1 for the better of two
 * corresponding segments, −1 for the worse and 0 for both where neither is: DenseDPO (METHODS 18,
 * arXiv:2506.03517, section 3.3). Segments may stand in any order.
 *
 * @param beta β &gt; 0
 */
public record SegmentLogisticLoss(double beta) implements ListLoss {
  /** 1, −1 or 0: the better, the worse, or neither of two corresponding segments. */
  public static final Channel SEGMENT_LABELS = new Channel("segment_labels", Level.SEQUENCE);

  public SegmentLogisticLoss {
    if (!(beta > 0 && Double.isFinite(beta))) {
      throw new IllegalArgumentException("beta: %s is not a positive number".formatted(beta));
    }
  }

  @Override
  public ListTerm at(ScoredList list) {
    double[] labels = list.constants(SEGMENT_LABELS);
    double logit = 0;
    for (int i = 0; i < labels.length; i++) {
      logit += beta * labels[i] * list.scores()[i];
    }
    double[] slopes = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      slopes[i] = -beta * labels[i] * Sigmoid.of(-logit);
    }
    return new ListTerm(-Sigmoid.log(logit), slopes);
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(SEGMENT_LABELS);
  }
}
