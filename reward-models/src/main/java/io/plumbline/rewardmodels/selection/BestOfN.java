package io.plumbline.rewardmodels.selection;

/** Picks the completion of highest reward among candidates; the first of equals. */
public final class BestOfN {
  private BestOfN() {}

  /**
   * @param rewards of the candidates, not empty, each finite
   * @return the number of the best candidate
   */
  public static int choose(double[] rewards) {
    if (rewards.length == 0) {
      throw new IllegalArgumentException("there is no candidate to choose from");
    }
    int best = 0;
    for (int candidate = 0; candidate < rewards.length; candidate++) {
      if (!Double.isFinite(rewards[candidate])) {
        throw new IllegalArgumentException(
            "the reward of candidate " + candidate + " is " + rewards[candidate]);
      }
      if (rewards[candidate] > rewards[best]) {
        best = candidate;
      }
    }
    return best;
  }

  /**
   * KL divergence of best-of-n from the policy it draws from: an upper bound, log n − (n − 1)/n, in
   * nats.
   *
   * <p>Source: Hilton (2023), KL divergence of max-of-n; Beirami et al. (2024), theorem 1.
   */
  public static double divergenceBound(int candidates) {
    if (candidates < 1) {
      throw new IllegalArgumentException("candidates is " + candidates + ", must be at least 1");
    }
    return Math.log(candidates) - (candidates - 1.0) / candidates;
  }
}
