package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Statistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several rewards, each centred and scaled within its group, then added up with weights: the first
 * half of GDPO (arXiv:2601.05242; TRL's {@code normalize_then_sum}), {@link BatchNormalised} being
 * the second.
 *
 * @param weights one weight per reward; reward k is read from {@code rewards/k}
 */
public record MultiRewardAdvantages(List<Double> weights) implements AdvantageEstimator {
  public MultiRewardAdvantages {
    weights = List.copyOf(weights);
  }

  /** The channel of reward {@code index}. */
  public static Channel channel(int index) {
    return new Channel("rewards/" + index, Level.SEQUENCE);
  }

  @Override
  public Set<Channel> constants() {
    Set<Channel> channels = new LinkedHashSet<>();
    for (int k = 0; k < weights.size(); k++) {
      channels.add(channel(k));
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
    double[] advantages = new double[shape.sequences()];
    for (int k = 0; k < weights.size(); k++) {
      double[] rewards = batch.values(channel(k));
      for (int group = 0; group < shape.examples(); group++) {
        int from = shape.firstSequence(group);
        int to = shape.firstSequence(group + 1);
        GroupStatistics statistics = GroupStatistics.of(rewards, from, to);
        for (int s = from; s < to; s++) {
          advantages[s] +=
              weights.get(k)
                  * (rewards[s] - statistics.mean())
                  / (statistics.deviation() + GroupAdvantages.EPSILON);
        }
      }
    }
    return advantages;
  }
}
