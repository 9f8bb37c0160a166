package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/**
 * Reward minus the mean reward of the others of the group (RLOO, arXiv:2402.14740); zero in a group
 * of one.
 */
public record LeaveOneOut() implements AdvantageEstimator {
  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.REWARDS);
  }

  @Override
  public Coupling coupling() {
    return Coupling.SEPARABLE;
  }

  @Override
  public Statistics statistics(Statistics counts, Batch batch) {
    return counts;
  }

  @Override
  public double[] advantages(Batch batch, Statistics global) {
    BatchShape shape = batch.shape();
    double[] rewards = batch.values(Channel.REWARDS);
    double[] advantages = new double[rewards.length];
    for (int group = 0; group < shape.examples(); group++) {
      int from = shape.firstSequence(group);
      int to = shape.firstSequence(group + 1);
      double sum = 0;
      for (int s = from; s < to; s++) {
        sum += rewards[s];
      }
      for (int s = from; s < to; s++) {
        advantages[s] = to - from > 1 ? rewards[s] - (sum - rewards[s]) / (to - from - 1) : 0;
      }
    }
    return advantages;
  }
}
