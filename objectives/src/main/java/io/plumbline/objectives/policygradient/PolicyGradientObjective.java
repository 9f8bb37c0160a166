package io.plumbline.objectives.policygradient;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A policy-gradient objective on groups, composed: an estimator gives advantages, a surrogate the
 * loss of each ratio, an aggregation the total; β times an estimate of the KL to the reference may
 * be added per token.
 *
 * <p>Reads {@code policy_logps} (differentiable), {@code behaviour_logps}, what the estimator reads
 * and, for β &gt; 0, {@code reference_logps}. The KL estimate is e^d − d − 1 with d = log reference
 * − log policy. Empty completions cost nothing, as in TRL, except where a ratio is that of a whole
 * sequence.
 *
 * @param estimator where advantages come from
 * @param surrogate loss of one ratio
 * @param level over what a ratio is taken
 * @param aggregation how token losses become one number
 * @param klCoefficient β ≥ 0
 * @param constantLength divisor of {@link Aggregation#CONSTANT_LENGTH}, unread elsewhere
 */
public record PolicyGradientObjective(
    AdvantageEstimator estimator,
    Surrogate surrogate,
    RatioLevel level,
    Aggregation aggregation,
    double klCoefficient,
    double constantLength)
    implements Objective {
  private static final String SEQUENCES = "sequences";
  private static final String TOKENS = "tokens";

  public PolicyGradientObjective {
    requireNonNull(estimator, "estimator is null");
    requireNonNull(surrogate, "surrogate is null");
    requireNonNull(level, "level is null");
    requireNonNull(aggregation, "aggregation is null");
    if (!(klCoefficient >= 0)) {
      throw new IllegalArgumentException("beta: %s is negative".formatted(klCoefficient));
    }
    if (!(constantLength > 0)) {
      throw new IllegalArgumentException(
          "max_completion_length: %s is not a positive number".formatted(constantLength));
    }
  }

  @Override
  public Signature signature() {
    Set<Channel> constants = new HashSet<>(estimator.constants());
    constants.add(Channel.BEHAVIOUR_LOGPS);
    if (klCoefficient > 0) {
      constants.add(Channel.REFERENCE_LOGPS);
    }
    Coupling coupling = estimator.coupling();
    return new Signature(Layout.GROUPS, Set.of(Channel.POLICY_LOGPS), constants, coupling);
  }

  @Override
  public Statistics statistics(Batch batch) {
    BatchShape shape = batch.shape();
    Statistics counts =
        Statistics.examples(batch).with(SEQUENCES, shape.sequences()).with(TOKENS, shape.tokens());
    return estimator.statistics(counts, batch);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    BatchShape shape = batch.shape();
    double[] advantages = estimator.advantages(batch, global);
    double[] losses = new double[shape.examples()];
    PolicyGradientTerms terms = new PolicyGradientTerms(this, batch);
    double total = 0;
    for (int group = 0; group < losses.length; group++) {
      for (int s = shape.firstSequence(group); s < shape.firstSequence(group + 1); s++) {
        double share = share(shape.length(s), global) * terms.add(s, advantages[s], global);
        losses[group] += share * global.examples();
        total += share;
      }
    }
    return new Evaluation(
        total, losses, Map.of(Channel.POLICY_LOGPS, terms.gradient()), state, terms.metrics());
  }

  /** What the sum of a sequence's token losses is multiplied with. */
  double share(int length, Statistics global) {
    return switch (aggregation) {
      case SEQUENCE_MEAN -> 1 / (Math.max(1, length) * global.sum(SEQUENCES));
      case TOKEN_MEAN -> 1 / Math.max(1, global.sum(TOKENS));
      case CONSTANT_LENGTH -> 1 / (constantLength * global.sum(SEQUENCES));
      case SEQUENCE_SUM -> 1 / global.sum(SEQUENCES);
    };
  }
}
