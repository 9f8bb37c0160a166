package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/**
 * Another estimator's advantages, centred and divided by their standard deviation plus 10⁻⁴ over
 * the global batch (REINFORCE++, arXiv:2501.03262; TRL's {@code normalize_advantages}).
 *
 * @param inner the estimator whose advantages are normalised; one that reads no statistics
 */
public record BatchNormalised(AdvantageEstimator inner) implements AdvantageEstimator {
  public BatchNormalised {
    if (inner.coupling() != Coupling.SEPARABLE) {
      throw new IllegalArgumentException(
          "inner: %s reads statistics of its own; normalise one that reads none".formatted(inner));
    }
  }

  @Override
  public Set<Channel> constants() {
    return inner.constants();
  }

  @Override
  public Coupling coupling() {
    return Coupling.STATISTICS;
  }

  @Override
  public Statistics statistics(Statistics counts, Batch batch) {
    return GlobalMoments.statistics(counts, inner.advantages(batch, counts));
  }

  @Override
  public double[] advantages(Batch batch, Statistics global) {
    double[] advantages = inner.advantages(batch, global).clone();
    GlobalMoments moments = GlobalMoments.of(global);
    for (int s = 0; s < advantages.length; s++) {
      advantages[s] =
          (advantages[s] - moments.mean()) / (moments.deviation() + GroupAdvantages.EPSILON);
    }
    return advantages;
  }
}
