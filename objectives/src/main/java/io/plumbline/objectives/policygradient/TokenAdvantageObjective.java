package io.plumbline.objectives.policygradient;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.Map;
import java.util.Set;

/**
 * A policy-gradient loss with an advantage of each token's own, weighted by {@code token_weights}
 * and divided by the sum of the weights of the global batch.
 *
 * <p>With weight 0 on the tokens of a data set's completion that a rollout was reset into, and 1 on
 * those sampled after it, it is the policy loss of dataset reset policy optimisation (DR-PO,
 * METHODS 92, arXiv:2404.08495); with weight 1 everywhere, PPO with advantages from a value head.
 * Advantages are constant and as the engine hands them over, whitened or not.
 *
 * <p>A global batch whose weights add up to zero is refused.
 *
 * @param surrogate loss of one token's ratio
 */
public record TokenAdvantageObjective(Surrogate surrogate) implements Objective {
  /** Advantage of each token. */
  public static final Channel TOKEN_ADVANTAGES = new Channel("token_advantages", Level.TOKEN);

  private static final String WEIGHT = "token_weight";

  public TokenAdvantageObjective {
    requireNonNull(surrogate, "surrogate is null");
  }

  @Override
  public Signature signature() {
    return new Signature(
        Layout.SEQUENCES,
        Set.of(Channel.POLICY_LOGPS),
        Set.of(Channel.BEHAVIOUR_LOGPS, TOKEN_ADVANTAGES, Channel.TOKEN_WEIGHTS),
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
          "token_weights: they add up to zero; give a sampled token a positive weight");
    }
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] behaviour = batch.values(Channel.BEHAVIOUR_LOGPS);
    double[] advantages = batch.values(TOKEN_ADVANTAGES);
    double[] weights = batch.values(Channel.TOKEN_WEIGHTS);
    double[] gradient = new double[policy.length];
    double[] losses = new double[shape.examples()];
    double total = 0;
    double clipped = 0;
    double counted = 0;
    for (int s = 0; s < losses.length; s++) {
      double loss = 0;
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        Surrogate.Term term = surrogate.at(policy[t] - behaviour[t], advantages[t]);
        loss += weights[t] * term.loss();
        gradient[t] = weights[t] * term.slope() / all;
        clipped += weights[t] * (term.clippedLow() || term.clippedHigh() ? 1 : 0);
        counted += weights[t];
      }
      losses[s] = loss * global.examples() / all;
      total += loss;
    }
    return new Evaluation(
        total / all,
        losses,
        Map.of(Channel.POLICY_LOGPS, gradient),
        state,
        Metrics.NONE.with("clip_ratio/region_mean", clipped, counted));
  }
}
