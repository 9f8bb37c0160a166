package io.plumbline.rewardmodels.relevance;

/**
 * Tokens of a text in units of {@code unit} tokens, up to a ceiling.
 *
 * <p>Source: METHODS 8 (regularised relevance reward), length incentive LI(y) = |y| / 100; the
 * authors have no ceiling.
 *
 * @param unit tokens that make 1, positive
 * @param ceiling largest value, positive; {@link Double#POSITIVE_INFINITY} for the authors' form
 */
public record LengthIncentive(double unit, double ceiling) {
  public LengthIncentive {
    if (!(unit > 0) || Double.isInfinite(unit)) {
      throw new IllegalArgumentException("unit is " + unit + ", must be positive and finite");
    }
    if (!(ceiling > 0)) {
      throw new IllegalArgumentException("ceiling is " + ceiling + ", must be positive");
    }
  }

  /** In [0, ceiling]. */
  public double of(WordPunctuationTokens text) {
    return Math.min(ceiling, text.count() / unit);
  }
}
