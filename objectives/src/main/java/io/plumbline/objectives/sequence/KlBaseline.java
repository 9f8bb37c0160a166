package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/**
 * KTO's reference point: the mean of {@code kl_log_ratios} over the global batch, at least zero.
 *
 * <p>The same as {@link RankMeanKlBaseline} where all parts hold equally many rows.
 */
public record KlBaseline() implements Baseline {
  private static final String SUM = "kl_sum";

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.KL_LOG_RATIOS);
  }

  @Override
  public Coupling coupling() {
    return Coupling.STATISTICS;
  }

  @Override
  public Statistics statistics(Statistics counts, double[] rewards, double[] klLogRatios) {
    double sum = 0;
    for (double ratio : klLogRatios) {
      sum += ratio;
    }
    return counts.with(SUM, sum);
  }

  @Override
  public double value(Statistics global, ObjectiveState state) {
    return Math.max(0, global.sum(SUM) / global.examples());
  }

  @Override
  public ObjectiveState next(Statistics global, ObjectiveState state) {
    return state;
  }

  @Override
  public String metric() {
    return "kl";
  }
}
