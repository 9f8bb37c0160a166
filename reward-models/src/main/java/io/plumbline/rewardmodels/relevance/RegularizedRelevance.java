package io.plumbline.rewardmodels.relevance;

/**
 * The regularised relevance reward R³: how much a text says to the point, held in check by its
 * length and by how little it repeats itself; needs no preference data.
 *
 * <p>Source: METHODS 8, Kim and Seo, Preference-free alignment learning with regularized relevance
 * reward; for open-ended prompts R(x, y) = relevance(x, y) · LI(y) · RP(y), as in the authors' code
 * (naver-ai/rethinking-proxy-reward). Theirs: the product, trigrams, the unit of 100 tokens, the
 * inner product of Contriever embeddings of query and answer, an unbounded length. Ours, in {@link
 * #bounded()}: the length counts up to a ceiling, so that it punishes stubs and never pays for
 * filling pages; and a negative relevance stays as it is, because a product would reward the short
 * and repetitive among texts off the point.
 *
 * @param regularizesNegativeRelevance true for the authors' product whatever its sign
 */
public record RegularizedRelevance(
    LengthIncentive length, RepetitionPenalty repetition, boolean regularizesNegativeRelevance) {
  private static final int TRIGRAMS = 3;

  /** The authors' form. */
  public static RegularizedRelevance published() {
    return new RegularizedRelevance(
        new LengthIncentive(100, Double.POSITIVE_INFINITY), new RepetitionPenalty(TRIGRAMS), true);
  }

  /** The form that Plumbline serves: full length incentive from 50 tokens on. */
  public static RegularizedRelevance bounded() {
    return new RegularizedRelevance(
        new LengthIncentive(50, 1), new RepetitionPenalty(TRIGRAMS), false);
  }

  /**
   * @param relevance of the text to its query or principle, for example the cosine of their
   *     embeddings
   * @throws IllegalArgumentException if the relevance is not finite
   */
  public RelevanceReward score(double relevance, String text) {
    if (!Double.isFinite(relevance)) {
      throw new IllegalArgumentException("relevance is " + relevance + ", must be finite");
    }
    WordPunctuationTokens tokens = WordPunctuationTokens.of(text);
    double lengthIncentive = length.of(tokens);
    double repetitionPenalty = repetition.of(tokens);
    boolean regularized = relevance >= 0 || regularizesNegativeRelevance;
    double reward = regularized ? relevance * lengthIncentive * repetitionPenalty : relevance;
    return new RelevanceReward(reward, relevance, lengthIncentive, repetitionPenalty);
  }
}
