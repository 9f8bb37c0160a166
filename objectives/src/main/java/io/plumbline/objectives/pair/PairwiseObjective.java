package io.plumbline.objectives.pair;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.ScoreSource;
import io.plumbline.objectives.score.Scores;
import java.util.HashSet;
import java.util.Set;

/**
 * An objective on pairs, composed: a source gives each completion a score, and the two scores of a
 * pair go into a {@link PairLoss}. The total is the mean over pairs.
 *
 * @param loss what is done with the two scores
 * @param source where scores come from
 */
public record PairwiseObjective(PairLoss loss, ScoreSource source) implements Objective {
  public PairwiseObjective {
    requireNonNull(loss, "loss is null");
    requireNonNull(source, "source is null");
  }

  /** On summed log-ratios against the frozen reference. */
  public static PairwiseObjective of(PairLoss loss) {
    return new PairwiseObjective(loss, LogRatios.summed());
  }

  @Override
  public Signature signature() {
    Set<Channel> constants = new HashSet<>(source.constants());
    constants.addAll(loss.constants());
    return new Signature(Layout.PAIRS, source.differentiable(), constants, Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    Scores scores = source.scores(batch);
    double[] values = scores.values();
    double[] slopes = new double[values.length];
    double[] losses = new double[batch.shape().examples()];
    double total = 0;
    for (int pair = 0; pair < losses.length; pair++) {
      int chosen = 2 * pair;
      int rejected = chosen + 1;
      PairTerm term = loss.at(new ScoredPair(values[chosen], values[rejected], pair, batch));
      losses[pair] = term.loss();
      total += term.loss();
      slopes[chosen] = term.chosenSlope() / global.examples();
      slopes[rejected] = term.rejectedSlope() / global.examples();
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        source.gradients(batch, slopes),
        state,
        PairMetrics.of(scores, loss.rewardScale()));
  }
}
