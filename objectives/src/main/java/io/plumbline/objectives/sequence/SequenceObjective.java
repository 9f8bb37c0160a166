package io.plumbline.objectives.sequence;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.score.ScoreSource;
import io.plumbline.objectives.score.Scores;
import java.util.HashSet;
import java.util.Set;

/**
 * An objective on single completions, composed of a source of scores and a {@link SequenceLoss}.
 * The total is the mean over completions.
 *
 * @param loss what is done with the score of a completion
 * @param source where scores come from
 */
public record SequenceObjective(SequenceLoss loss, ScoreSource source) implements Objective {
  public SequenceObjective {
    requireNonNull(loss, "loss is null");
    requireNonNull(source, "source is null");
  }

  @Override
  public Signature signature() {
    Set<Channel> constants = new HashSet<>(source.constants());
    constants.add(loss.constant());
    return new Signature(Layout.SEQUENCES, source.differentiable(), constants, Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    Scores scores = source.scores(batch);
    double[] constants = batch.values(loss.constant());
    double[] losses = new double[constants.length];
    double[] slopes = new double[constants.length];
    double total = 0;
    double rewards = 0;
    for (int s = 0; s < losses.length; s++) {
      SequenceTerm term = loss.at(scores.values()[s], constants[s]);
      losses[s] = term.loss();
      slopes[s] = term.slope() / global.examples();
      total += term.loss();
      rewards += loss.rewardScale() * scores.rewards()[s];
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        source.gradients(batch, slopes),
        state,
        Metrics.NONE.with("rewards", rewards, losses.length));
  }
}
