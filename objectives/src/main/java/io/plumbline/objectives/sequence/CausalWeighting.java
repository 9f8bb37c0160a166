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
 * Likelihood in which a token counts 0.9 where seeing the user's history raises its probability by
 * more than 0.05, and 0.1 elsewhere, over the sum of these weights: NextQuill (METHODS 63), as the
 * authors' code has it under {@code weight_strategy=Target}.
 *
 * <p>The weights are detached. Its causal loss on differences of logits needs the vocabulary and is
 * the engine's.
 */
public record CausalWeighting() implements Objective {
  private static final double THRESHOLD = 0.05;
  private static final double HIGH = 0.9;
  private static final double LOW = 0.1;
  private static final String WEIGHT = "causal_weight";

  @Override
  public Signature signature() {
    return new Signature(
        Layout.SEQUENCES,
        Set.of(Channel.POLICY_LOGPS),
        Set.of(Channel.COUNTERFACTUAL_LOGPS),
        Coupling.STATISTICS);
  }

  @Override
  public Statistics statistics(Batch batch) {
    double sum = 0;
    for (int t = 0; t < batch.shape().tokens(); t++) {
      sum += weight(batch, t);
    }
    return Statistics.examples(batch).with(WEIGHT, sum);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double all = global.sum(WEIGHT);
    if (all == 0) {
      throw new InvalidBatchException(
          "policy_logps: no example has a token to learn from; drop empty rows");
    }
    BatchShape shape = batch.shape();
    double[] logps = batch.values(Channel.POLICY_LOGPS);
    double[] gradient = new double[logps.length];
    double[] losses = new double[shape.examples()];
    double sum = 0;
    double weights = 0;
    for (int s = 0; s < losses.length; s++) {
      double loss = 0;
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        double weight = weight(batch, t);
        loss -= weight * logps[t];
        gradient[t] = -weight / all;
        weights += weight;
      }
      losses[s] = loss * global.examples() / all;
      sum += loss;
    }
    return new Evaluation(
        sum / all,
        losses,
        Map.of(Channel.POLICY_LOGPS, gradient),
        state,
        Metrics.NONE.with("nll_loss", sum, weights));
  }

  private static double weight(Batch batch, int token) {
    double effect =
        Math.exp(batch.values(Channel.POLICY_LOGPS)[token])
            - Math.exp(batch.values(Channel.COUNTERFACTUAL_LOGPS)[token]);
    return effect > THRESHOLD ? HIGH : LOW;
  }
}
