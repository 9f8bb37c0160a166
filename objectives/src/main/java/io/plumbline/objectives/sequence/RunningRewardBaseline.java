package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/**
 * BCO's reward shift δ: the mean of the rewards of all completions seen so far, those of this step
 * included. State: {@code mean} and {@code count}.
 */
public record RunningRewardBaseline() implements Baseline {
  private static final String SUM = "reward_sum";
  private static final String MEAN = "mean";
  private static final String COUNT = "count";

  @Override
  public Set<Channel> constants() {
    return Set.of();
  }

  @Override
  public Coupling coupling() {
    return Coupling.STATISTICS;
  }

  @Override
  public Statistics statistics(Statistics counts, double[] rewards, double[] klLogRatios) {
    double sum = 0;
    for (double reward : rewards) {
      sum += reward;
    }
    return counts.with(SUM, sum);
  }

  @Override
  public double value(Statistics global, ObjectiveState state) {
    double seen = state.get(COUNT, 0);
    double all = seen + global.examples();
    return all == 0 ? 0 : (state.get(MEAN, 0) * seen + global.sum(SUM)) / all;
  }

  @Override
  public ObjectiveState next(Statistics global, ObjectiveState state) {
    return state
        .with(MEAN, value(global, state))
        .with(COUNT, state.get(COUNT, 0) + global.examples());
  }

  @Override
  public String metric() {
    return "delta";
  }
}
