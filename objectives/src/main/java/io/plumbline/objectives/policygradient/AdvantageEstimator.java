package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/** How the advantage of each sampled completion is made of rewards; always detached. */
public interface AdvantageEstimator {
  /** Constant channels that it reads. */
  Set<Channel> constants();

  /** {@link Coupling#STATISTICS} where it reads sums over the global batch. */
  Coupling coupling();

  /** Adds what it needs of the global batch. */
  Statistics statistics(Statistics counts, Batch batch);

  /** One advantage per sequence. */
  double[] advantages(Batch batch, Statistics global);
}
