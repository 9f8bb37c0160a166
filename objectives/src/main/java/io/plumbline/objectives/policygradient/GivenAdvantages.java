package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/** Advantages that were computed elsewhere: the {@code advantages} channel. */
public record GivenAdvantages() implements AdvantageEstimator {
  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.ADVANTAGES);
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
    return batch.values(Channel.ADVANTAGES);
  }
}
