package io.plumbline.objectives.list;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * An objective on lists, composed of a source of scores and a {@link ListLoss}. The total is the
 * mean over lists.
 *
 * @param loss what is done with the scores of a list
 * @param source where scores come from
 */
public record ListwiseObjective(ListLoss loss, ScoreSource source) implements Objective {
  public ListwiseObjective {
    requireNonNull(loss, "loss is null");
    requireNonNull(source, "source is null");
  }

  @Override
  public Signature signature() {
    Set<Channel> constants = new HashSet<>(source.constants());
    constants.addAll(loss.constants());
    return new Signature(Layout.LISTS, source.differentiable(), constants, Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    BatchShape shape = batch.shape();
    double[] values = source.scores(batch).values();
    double[] slopes = new double[values.length];
    double[] losses = new double[shape.examples()];
    double total = 0;
    for (int list = 0; list < losses.length; list++) {
      int first = shape.firstSequence(list);
      int size = shape.sequenceCount(list);
      double[] scores = Arrays.copyOfRange(values, first, first + size);
      ListTerm term = loss.at(new ScoredList(scores, list, batch));
      losses[list] = term.loss();
      total += term.loss();
      for (int i = 0; i < size; i++) {
        slopes[first + i] = term.slopes()[i] / global.examples();
      }
    }
    return new Evaluation(
        total / global.examples(), losses, source.gradients(batch, slopes), state, Metrics.NONE);
  }
}
