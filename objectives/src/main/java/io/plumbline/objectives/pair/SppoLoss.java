package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.Set;

/**
 * (u_w − (P − ½)/β)² + (u_l + (P − ½)/β)²: SPPO (arXiv:2405.00675, equation 4.7, η = 1/β).
 *
 * <p>The hard reading takes P = 1 for every pair; the soft one reads the probability that the
 * chosen completion wins from {@code preference_probabilities}.
 *
 * @param beta β &gt; 0
 * @param soft whether P is read from the channel
 */
public record SppoLoss(double beta, boolean soft) implements PairLoss {
  public SppoLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double probability = soft ? pair.constant(Channel.PREFERENCE_PROBABILITIES) : 1;
    double target = (probability - 0.5) / beta;
    double chosen = pair.chosen() - target;
    double rejected = pair.rejected() + target;
    return new PairTerm(chosen * chosen + rejected * rejected, 2 * chosen, 2 * rejected);
  }

  @Override
  public double rewardScale() {
    return beta;
  }

  @Override
  public Set<Channel> constants() {
    return soft ? Set.of(Channel.PREFERENCE_PROBABILITIES) : Set.of();
  }
}
