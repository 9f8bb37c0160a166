package io.plumbline.statistics.ranking;

import io.plumbline.statistics.regression.Logistic;

/**
 * How often a policy gives the preferred answer the higher likelihood, and how often it would if it
 * had optimised the DPO objective perfectly.
 *
 * <p>Source: Chen et al. (2024), Preference learning algorithms do not learn preference rankings,
 * theorem 3.1 and theorem 4.1 (METHODS 39).
 *
 * @param policy share of pairs that the policy ranks rightly
 * @param reference share of pairs that the reference ranks rightly
 * @param idealised share of pairs that the perfectly optimised policy ranks rightly
 * @param alignmentGap idealised minus policy
 * @param difficulties per pair the largest DPO loss at which the policy still ranks it rightly: the
 *     smaller, the harder
 */
public record RankingAccuracy(
    double policy, double reference, double idealised, double alignmentGap, double[] difficulties) {

  /**
   * @param policyMargins log-probability of chosen minus rejected under the policy
   * @param referenceMargins the same under the reference
   * @param preferences share of people who prefer the chosen answer, in (0, 1]
   * @param beta of DPO, positive
   */
  public static RankingAccuracy of(
      double[] policyMargins, double[] referenceMargins, double[] preferences, double beta) {
    int pairs = policyMargins.length;
    if (pairs == 0 || referenceMargins.length != pairs || preferences.length != pairs) {
      throw new IllegalArgumentException(
          "policy margins, reference margins and preferences must have one entry per pair");
    }
    if (!(beta > 0)) {
      throw new IllegalArgumentException("beta is " + beta + ", must be positive");
    }
    double policy = 0;
    double reference = 0;
    double idealised = 0;
    double[] difficulties = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      policy += policyMargins[pair] > 0 ? 1 : 0;
      reference += referenceMargins[pair] > 0 ? 1 : 0;
      double ideal = referenceMargins[pair] + Logistic.logit(preferences[pair]) / beta;
      idealised += ideal > 0 ? 1 : 0;
      difficulties[pair] = Logistic.softplus(beta * referenceMargins[pair]);
    }
    return new RankingAccuracy(
        policy / pairs,
        reference / pairs,
        idealised / pairs,
        (idealised - policy) / pairs,
        difficulties);
  }
}
