package io.plumbline.objectives.feedback;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.sequence.SequenceTerm;
import java.util.Set;

/** The loss of one item as a function of its score; constants of the item are held fixed. */
public interface PointLoss {
  /** Value and derivative by {@code score} of item {@code item} of {@code batch}. */
  SequenceTerm at(double score, int item, Batch batch);

  /** Per-sequence constant channels that it reads. */
  Set<Channel> constants();

  /** What the item counts in the divisor of the total: one, or its weight. */
  default double share(int item, Batch batch) {
    return 1;
  }
}
