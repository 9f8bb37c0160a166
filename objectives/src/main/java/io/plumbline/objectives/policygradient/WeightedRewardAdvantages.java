package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Statistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several rewards added up with weights, then centred and scaled within their group:
 * multi-objective GRPO (METHODS 27; TRL's {@code sum_then_normalize}). {@link
 * MultiRewardAdvantages} normalises first.
 *
 * @param weights one weight per reward; reward k is read from {@code rewards/k}
 */
public record WeightedRewardAdvantages(List<Double> weights) implements AdvantageEstimator {
  public WeightedRewardAdvantages {
    weights = List.copyOf(weights);
  }

  @Override
  public Set<Channel> constants() {
    Set<Channel> channels = new LinkedHashSet<>();
    for (int k = 0; k < weights.size(); k++) {
      channels.add(MultiRewardAdvantages.channel(k));
    }
    return channels;
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
    double[] rewards = new double[shape.sequences()];
    for (int k = 0; k < weights.size(); k++) {
      double[] own = batch.values(MultiRewardAdvantages.channel(k));
      for (int s = 0; s < rewards.length; s++) {
        rewards[s] += weights.get(k) * own[s];
      }
    }
    double[] advantages = new double[rewards.length];
    for (int group = 0; group < shape.examples(); group++) {
      int from = shape.firstSequence(group);
      int to = shape.firstSequence(group + 1);
      GroupStatistics statistics = GroupStatistics.of(rewards, from, to);
      for (int s = from; s < to; s++) {
        advantages[s] =
            (rewards[s] - statistics.mean()) / (statistics.deviation() + GroupAdvantages.EPSILON);
      }
    }
    return advantages;
  }
}
