package io.plumbline.objectives.sequence;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.Map;
import java.util.Set;

/**
 * −Σ w log π / Σ w over the tokens of the global batch, so that long completions count for more.
 *
 * <p>An example's loss is its share times the number of examples. A global batch whose weights add
 * up to zero is refused.
 *
 * @param weighting w of each token, held fixed
 */
public record WeightedLikelihood(TokenWeighting weighting) implements Objective {
  private static final String WEIGHT = "likelihood_weight";

  public WeightedLikelihood {
    requireNonNull(weighting, "weighting is null");
  }

  /**
   * Mean negative log-likelihood per token of the first sequence of each example: TRL's {@code sft}
   * term.
   */
  public static WeightedLikelihood ofFirst(Layout layout) {
    return new WeightedLikelihood(new FirstSequence(layout));
  }

  @Override
  public Signature signature() {
    return new Signature(
        weighting.layout(),
        Set.of(Channel.POLICY_LOGPS),
        weighting.constants(),
        weighting.coupling());
  }

  @Override
  public Statistics statistics(Batch batch) {
    return Statistics.examples(batch).with(WEIGHT, sum(weighting.weights(batch)));
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double all = global.sum(WEIGHT);
    if (all == 0) {
      throw new InvalidBatchException(weighting.refusal());
    }
    BatchShape shape = batch.shape();
    double[] logps = batch.values(Channel.POLICY_LOGPS);
    double[] weights = weighting.weights(batch);
    double[] gradient = new double[logps.length];
    double[] losses = new double[shape.examples()];
    double total = 0;
    for (int example = 0; example < losses.length; example++) {
      int from = shape.firstToken(shape.firstSequence(example));
      int to = shape.firstToken(shape.firstSequence(example + 1));
      double loss = 0;
      for (int t = from; t < to; t++) {
        loss -= weights[t] * logps[t];
        gradient[t] = -weights[t] / all;
      }
      losses[example] = loss * global.examples() / all;
      total += loss;
    }
    return new Evaluation(
        total / all,
        losses,
        Map.of(Channel.POLICY_LOGPS, gradient),
        state,
        Metrics.NONE.with("nll_loss", total, sum(weights)));
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
