package io.plumbline.objectives.policygradient;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/**
 * Rewards minus their group's mean, over a standard deviation plus 10⁻⁴ (GRPO, arXiv:2402.03300;
 * constants as in TRL).
 *
 * @param scale which standard deviation
 */
public record GroupAdvantages(RewardScale scale) implements AdvantageEstimator {
  static final double EPSILON = 1e-4;

  public GroupAdvantages {
    requireNonNull(scale, "scale is null");
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.REWARDS);
  }

  @Override
  public Coupling coupling() {
    return scale == RewardScale.BATCH ? Coupling.STATISTICS : Coupling.SEPARABLE;
  }

  @Override
  public Statistics statistics(Statistics counts, Batch batch) {
    return scale == RewardScale.BATCH
        ? GlobalMoments.statistics(counts, batch.values(Channel.REWARDS))
        : counts;
  }

  @Override
  public double[] advantages(Batch batch, Statistics global) {
    BatchShape shape = batch.shape();
    double[] rewards = batch.values(Channel.REWARDS);
    double[] advantages = new double[rewards.length];
    for (int group = 0; group < shape.examples(); group++) {
      int from = shape.firstSequence(group);
      int to = shape.firstSequence(group + 1);
      GroupStatistics statistics = GroupStatistics.of(rewards, from, to);
      double divisor =
          switch (scale) {
            case NONE -> 1;
            case GROUP -> statistics.deviation() + EPSILON;
            case BATCH -> GlobalMoments.of(global).deviation() + EPSILON;
          };
      for (int s = from; s < to; s++) {
        advantages[s] = (rewards[s] - statistics.mean()) / divisor;
      }
    }
    return advantages;
  }
}
