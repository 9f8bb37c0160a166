package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
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
import java.util.Map;
import java.util.Set;

/**
 * Negative log-likelihood weighted by {@code token_weights} and divided by the sum of the weights
 * of the global batch: conditioned fine-tuning on data of mixed quality (C-RLFT, METHODS 139,
 * arXiv:2309.11235), where the weight is that of the completion's source.
 *
 * <p>A global batch whose weights add up to zero is refused.
 */
public record WeightedLikelihood() implements Objective {
  private static final String WEIGHT = "token_weight";

  @Override
  public Signature signature() {
    return new Signature(
        Layout.SEQUENCES,
        Set.of(Channel.POLICY_LOGPS),
        Set.of(Channel.TOKEN_WEIGHTS),
        Coupling.SEPARABLE);
  }

  @Override
  public Statistics statistics(Batch batch) {
    double sum = 0;
    for (double weight : batch.values(Channel.TOKEN_WEIGHTS)) {
      sum += weight;
    }
    return Statistics.examples(batch).with(WEIGHT, sum);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double all = global.sum(WEIGHT);
    if (all == 0) {
      throw new InvalidBatchException(
          "token_weights: they add up to zero; give a token a positive weight");
    }
    BatchShape shape = batch.shape();
    double[] logps = batch.values(Channel.POLICY_LOGPS);
    double[] weights = batch.values(Channel.TOKEN_WEIGHTS);
    double[] gradient = new double[logps.length];
    double[] losses = new double[shape.examples()];
    double sum = 0;
    for (int s = 0; s < losses.length; s++) {
      double loss = 0;
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        loss -= weights[t] * logps[t];
        gradient[t] = -weights[t] / all;
      }
      losses[s] = loss * global.examples() / all;
      sum += loss;
    }
    return new Evaluation(
        sum / all,
        losses,
        Map.of(Channel.POLICY_LOGPS, gradient),
        state,
        Metrics.NONE.with("nll_loss", sum, statistics(batch).sum(WEIGHT)));
  }
}
