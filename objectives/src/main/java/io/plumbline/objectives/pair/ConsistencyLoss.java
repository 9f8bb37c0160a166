package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.Set;

/**
 * By how much the label's probabilities e^{s_1}, e^{s_2} of two texts contradict the preference
 * between them: max(0, e^{s_2} − e^{s_1}) where the first is preferred, max(0, e^{s_1} − e^{s_2})
 * where the second is, and their distance where neither is (METHODS 188, arXiv:2306.04925; the
 * authors' {@code loss_cons}).
 *
 * <p>The preference is read from {@code preference_probabilities}: above ½, below, or ½ itself. The
 * slope at the kink is that of the flat side.
 */
public record ConsistencyLoss() implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    double first = Math.exp(pair.chosen());
    double second = Math.exp(pair.rejected());
    double preference = pair.constant(Channel.PREFERENCE_PROBABILITIES);
    double sign = preference == 0.5 ? Math.signum(first - second) : preference > 0.5 ? -1 : 1;
    double contradiction = sign * (first - second);
    return contradiction > 0
        ? new PairTerm(contradiction, sign * first, -sign * second)
        : PairTerm.ofMargin(0, 0);
  }

  @Override
  public double rewardScale() {
    return 1;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.PREFERENCE_PROBABILITIES);
  }
}
