package io.plumbline.objectives.policygradient;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * −Σ [c] log π over the tokens, divided by their number or by that of the examples of the global
 * batch; the coefficients c may depend on the policy and are held fixed, so that the gradient is
 * that of a score-function estimator.
 *
 * @param coefficients c
 * @param perToken whether the divisor is the number of tokens
 * @param anchor where coefficients are taken; the evaluated batch itself when empty
 */
public record ScoreFunctionObjective(
    TokenCoefficients coefficients, boolean perToken, Optional<Batch> anchor) implements Objective {
  private static final String TOKENS = "tokens";

  public ScoreFunctionObjective {
    requireNonNull(coefficients, "coefficients is null");
    requireNonNull(anchor, "anchor is null");
  }

  public ScoreFunctionObjective(TokenCoefficients coefficients, boolean perToken) {
    this(coefficients, perToken, Optional.empty());
  }

  @Override
  public Objective heldAt(Batch batch) {
    return new ScoreFunctionObjective(coefficients, perToken, Optional.of(batch));
  }

  @Override
  public Signature signature() {
    return new Signature(
        coefficients.layout(),
        Set.of(Channel.POLICY_LOGPS),
        coefficients.constants(),
        coefficients.coupling());
  }

  @Override
  public Statistics statistics(Batch batch) {
    Statistics counts = Statistics.examples(batch).with(TOKENS, batch.shape().tokens());
    return coefficients.statistics(counts, batch);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] held = coefficients.of(anchor.orElse(batch), global);
    double divisor = perToken ? Math.max(1, global.sum(TOKENS)) : global.examples();
    double[] losses = new double[shape.examples()];
    double[] gradient = new double[policy.length];
    double total = 0;
    for (int example = 0; example < losses.length; example++) {
      int from = shape.firstToken(shape.firstSequence(example));
      int to = shape.firstToken(shape.firstSequence(example + 1));
      double loss = 0;
      for (int t = from; t < to; t++) {
        loss -= held[t] * policy[t];
        gradient[t] = -held[t] / divisor;
      }
      losses[example] = loss * global.examples() / divisor;
      total += loss;
    }
    return new Evaluation(
        total / divisor, losses, Map.of(Channel.POLICY_LOGPS, gradient), state, Metrics.NONE);
  }
}
