package io.plumbline.objectives.feedback;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.sequence.SequenceTerm;
import java.util.Map;
import java.util.Set;

/**
 * An objective on items one by one: Σ loss / Σ share over the global batch, with {@code scores} of
 * the items. A global batch whose shares add up to zero is refused.
 *
 * @param loss loss and share of one item
 */
public record PointwiseObjective(PointLoss loss) implements Objective {
  private static final String SHARES = "item_shares";

  public PointwiseObjective {
    requireNonNull(loss, "loss is null");
  }

  @Override
  public Signature signature() {
    return new Signature(
        Layout.SEQUENCES, Set.of(Channel.SCORES), loss.constants(), Coupling.SEPARABLE);
  }

  @Override
  public Statistics statistics(Batch batch) {
    double shares = 0;
    for (int i = 0; i < batch.shape().examples(); i++) {
      shares += loss.share(i, batch);
    }
    return Statistics.examples(batch).with(SHARES, shares);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double all = global.sum(SHARES);
    if (all == 0) {
      throw new InvalidBatchException(
          "labels: no item counts under this weight; give a positive one or a weight above 0");
    }
    double[] scores = batch.values(Channel.SCORES);
    double[] losses = new double[scores.length];
    double[] gradient = new double[scores.length];
    double total = 0;
    for (int i = 0; i < losses.length; i++) {
      SequenceTerm term = loss.at(scores[i], i, batch);
      losses[i] = term.loss() * global.examples() / all;
      gradient[i] = term.slope() / all;
      total += term.loss();
    }
    return new Evaluation(
        total / all, losses, Map.of(Channel.SCORES, gradient), state, Metrics.NONE);
  }
}
