package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Level;

/**
 * (u − s/β)², u the log-ratio of policy and the policy of the last round: general preference
 * optimisation (METHODS 74, arXiv:2410.02197, equation 5.3 with the normaliser's logarithm 0, as
 * the paper does in practice).
 *
 * <p>s is the preference score of the completion against that policy, averaged over its own samples
 * (equation 5.2), and read from {@code preference_scores}.
 *
 * @param beta β &gt; 0
 */
public record SquaredTargetLoss(double beta) implements SequenceLoss {
  /** Average preference score of a completion against samples of a policy, a logit. */
  public static final Channel PREFERENCE_SCORES = new Channel("preference_scores", Level.SEQUENCE);

  public SquaredTargetLoss {
    if (!(beta > 0 && Double.isFinite(beta))) {
      throw new IllegalArgumentException("beta: %s is not a positive number".formatted(beta));
    }
  }

  @Override
  public SequenceTerm at(double score, double constant) {
    double difference = score - constant / beta;
    return new SequenceTerm(difference * difference, 2 * difference);
  }

  @Override
  public Channel constant() {
    return PREFERENCE_SCORES;
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
