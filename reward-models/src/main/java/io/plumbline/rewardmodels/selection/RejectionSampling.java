package io.plumbline.rewardmodels.selection;

import io.plumbline.statistics.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Statistical rejection sampling: thins candidates of the initial policy until they follow the
 * optimal policy π(y|x) ∝ π₀(y|x) exp(r(x, y) / β).
 *
 * <p>Source: METHODS 135, Liu et al., Statistical rejection sampling improves preference
 * optimization (RSO), algorithm 1: rounds over the candidates not yet accepted, each accepted with
 * probability exp((r − r_max) / β), r_max being the largest reward left at the round's start.
 *
 * @param beta temperature, positive; towards 0 the best are taken in order of reward
 */
public record RejectionSampling(double beta) {
  public RejectionSampling {
    if (!(beta > 0)) {
      throw new IllegalArgumentException("beta is " + beta + ", must be positive");
    }
  }

  /**
   * @param rewards of the candidates, each finite
   * @param samples how many to accept, in [0, candidates]
   * @return the numbers of the accepted candidates, in order of acceptance
   */
  public List<Integer> choose(double[] rewards, int samples, RandomStream random) {
    if (samples < 0 || samples > rewards.length) {
      throw new IllegalArgumentException(
          "samples is %d, not in [0, %d candidates]".formatted(samples, rewards.length));
    }
    List<Integer> left = new ArrayList<>();
    for (int candidate = 0; candidate < rewards.length; candidate++) {
      if (!Double.isFinite(rewards[candidate])) {
        throw new IllegalArgumentException(
            "the reward of candidate " + candidate + " is " + rewards[candidate]);
      }
      left.add(candidate);
    }
    List<Integer> accepted = new ArrayList<>();
    while (accepted.size() < samples) {
      double largest =
          left.stream().mapToDouble(candidate -> rewards[candidate]).max().orElseThrow();
      List<Integer> rejected = new ArrayList<>();
      for (int candidate : left) {
        boolean full = accepted.size() == samples;
        if (!full && random.nextDouble() < Math.exp((rewards[candidate] - largest) / beta)) {
          accepted.add(candidate);
        } else {
          rejected.add(candidate);
        }
      }
      left = rejected;
    }
    return List.copyOf(accepted);
  }
}
