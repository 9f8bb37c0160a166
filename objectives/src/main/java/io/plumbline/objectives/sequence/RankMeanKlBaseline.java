package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/**
 * KTO's reference point as TRL's {@code KTOTrainer} and HALOs reduce it: each rank takes the mean
 * of its {@code kl_log_ratios}, and the mean of these means, at least zero, is the reference point.
 *
 * <p>A part is what one call of {@code statistics} is given. The value depends on how the global
 * batch was split, so that two runs on different numbers of ranks differ; {@link KlBaseline} does
 * not.
 */
public record RankMeanKlBaseline() implements Baseline {
  private static final String SUM = "kl_mean_sum";
  private static final String PARTS = "kl_parts";

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
    int rows = klLogRatios.length;
    return counts.with(SUM, rows == 0 ? 0 : sum / rows).with(PARTS, rows == 0 ? 0 : 1);
  }

  @Override
  public double value(Statistics global, ObjectiveState state) {
    return Math.max(0, global.sum(SUM) / Math.max(1, global.sum(PARTS)));
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
