package io.plumbline.objectives.list;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairTerm;
import io.plumbline.objectives.pair.ScoredPair;
import io.plumbline.objectives.score.ScoreSource;

/**
 * [w] L_1 + [1 − w] L_2 with w = L_1 / (L_1 + L_2): two preference pairs per example, chosen and
 * rejected of the first, then of the second, whose mean losses over the global batch are weighed by
 * their own detached sizes, so that the worse one counts for more (BideDPO, METHODS 200,
 * arXiv:2511.19268).
 *
 * @param loss loss of one pair; one that reads no constants
 * @param source where scores come from
 */
public record BalancedPairsObjective(PairLoss loss, ScoreSource source) implements Objective {
  private static final String FIRST = "first_pair_loss";
  private static final String SECOND = "second_pair_loss";

  public BalancedPairsObjective {
    requireNonNull(loss, "loss is null");
    requireNonNull(source, "source is null");
  }

  @Override
  public Signature signature() {
    return new Signature(
        Layout.LISTS, source.differentiable(), source.constants(), Coupling.STATISTICS);
  }

  @Override
  public Statistics statistics(Batch batch) {
    signature().requireFits(batch);
    double[] values = source.scores(batch).values();
    double[] sums = new double[2];
    for (int example = 0; example < batch.shape().examples(); example++) {
      for (int pair = 0; pair < 2; pair++) {
        sums[pair] += term(batch, values, example, pair).loss();
      }
    }
    return Statistics.examples(batch).with(FIRST, sums[0]).with(SECOND, sums[1]);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double both = global.sum(FIRST) + global.sum(SECOND);
    double first = both == 0 ? 0.5 : global.sum(FIRST) / both;
    double[] weights = {first, 1 - first};
    double[] values = source.scores(batch).values();
    double[] losses = new double[batch.shape().examples()];
    double[] slopes = new double[values.length];
    double total = 0;
    for (int example = 0; example < losses.length; example++) {
      for (int pair = 0; pair < 2; pair++) {
        PairTerm term = term(batch, values, example, pair);
        int chosen = batch.shape().firstSequence(example) + 2 * pair;
        losses[example] += weights[pair] * term.loss();
        slopes[chosen] = weights[pair] * term.chosenSlope() / global.examples();
        slopes[chosen + 1] = weights[pair] * term.rejectedSlope() / global.examples();
      }
      total += losses[example];
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        source.gradients(batch, slopes),
        state,
        Metrics.NONE.with("loss_weight/first", first * losses.length, losses.length));
  }

  private PairTerm term(Batch batch, double[] values, int example, int pair) {
    BatchShape shape = batch.shape();
    if (shape.sequenceCount(example) != 4) {
      throw new InvalidBatchException(
          "sequence_counts: example %d has %d sequences; give two pairs, chosen before rejected"
              .formatted(example, shape.sequenceCount(example)));
    }
    int chosen = shape.firstSequence(example) + 2 * pair;
    return loss.at(new ScoredPair(values[chosen], values[chosen + 1], example, batch));
  }
}
