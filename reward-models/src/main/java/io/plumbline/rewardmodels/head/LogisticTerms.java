package io.plumbline.rewardmodels.head;

/**
 * What the negative log-likelihoods of reward heads have in common: terms weight · [−target log
 * σ(z) − (1 − target) log σ(−z)] with z = w · row − offset, summed and divided by the number of
 * pairs.
 *
 * @param targets in [0, 1], one per row
 * @param offsets one per row, 0 where there is none
 * @param weights not negative, one per row
 * @param pairs by which the sum is divided, at least 1
 */
public record LogisticTerms(
    FeatureRows rows, double[] targets, double[] offsets, double[] weights, int pairs) {
  public LogisticTerms {
    if (targets.length != rows.rows()
        || offsets.length != rows.rows()
        || weights.length != rows.rows()) {
      throw new IllegalArgumentException(
          "%d targets, %d offsets and %d weights for %d rows"
              .formatted(targets.length, offsets.length, weights.length, rows.rows()));
    }
    if (pairs < 1) {
      throw new IllegalArgumentException("pairs is " + pairs + ", must be at least 1");
    }
  }
}
