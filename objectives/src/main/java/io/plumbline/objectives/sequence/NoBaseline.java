package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/** Zero. */
public record NoBaseline() implements Baseline {
  @Override
  public Set<Channel> constants() {
    return Set.of();
  }

  @Override
  public Coupling coupling() {
    return Coupling.SEPARABLE;
  }

  @Override
  public Statistics statistics(Statistics counts, double[] rewards, double[] klLogRatios) {
    return counts;
  }

  @Override
  public double value(Statistics global, ObjectiveState state) {
    return 0;
  }

  @Override
  public ObjectiveState next(Statistics global, ObjectiveState state) {
    return state;
  }

  @Override
  public String metric() {
    return "";
  }
}
