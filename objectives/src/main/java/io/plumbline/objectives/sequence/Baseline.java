package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/** What the log-ratio of a labelled completion is measured against; always detached. */
public sealed interface Baseline
    permits NoBaseline, KlBaseline, RankMeanKlBaseline, RunningRewardBaseline {
  /** Constant channels that it reads. */
  Set<Channel> constants();

  Coupling coupling();

  /** Adds what it needs of a batch, given the batch's reference rewards. */
  Statistics statistics(Statistics counts, double[] rewards, double[] klLogRatios);

  /** Its value in this step. */
  double value(Statistics global, ObjectiveState state);

  /** Its state after this step. */
  ObjectiveState next(Statistics global, ObjectiveState state);

  /** Name under which it is logged; empty for none. */
  String metric();
}
