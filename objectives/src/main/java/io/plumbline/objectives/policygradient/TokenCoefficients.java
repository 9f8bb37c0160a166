package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/** What each token's log-probability is multiplied with; always detached. */
public interface TokenCoefficients {
  Layout layout();

  /** Constant channels that it reads. */
  Set<Channel> constants();

  Coupling coupling();

  /** Adds what it needs of a batch. */
  Statistics statistics(Statistics counts, Batch batch);

  /** One coefficient per token of {@code batch}. */
  double[] of(Batch batch, Statistics global);
}
