package io.plumbline.objectives.policygradient;

/**
 * The clipped surrogate, whose loss for a negative advantage is at most c |A| (dual-clip PPO,
 * arXiv:1912.09729; OpenRLHF's {@code dual_clip}).
 *
 * @param inner the clipped surrogate
 * @param bound c &gt; 1
 */
public record DualClippedSurrogate(ClippedSurrogate inner, double bound) implements Surrogate {
  public DualClippedSurrogate {
    if (!(bound > 1)) {
      throw new IllegalArgumentException("dual_clip: %s is not above 1".formatted(bound));
    }
  }

  @Override
  public Term at(double logRatio, double advantage) {
    Term term = inner.at(logRatio, advantage);
    double largest = -bound * advantage;
    if (advantage >= 0 || term.loss() <= largest) {
      return term;
    }
    return new Term(largest, 0, term.clippedLow(), term.clippedHigh());
  }
}
