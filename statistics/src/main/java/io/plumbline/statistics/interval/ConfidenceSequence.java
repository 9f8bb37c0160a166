package io.plumbline.statistics.interval;

/**
 * An anytime-valid confidence sequence for the mean of outcomes in [0, 1], for example a win rate:
 * the intervals hold together for all sample sizes, so that one may look after every comparison and
 * stop when one likes.
 *
 * <p>Predictable plug-in empirical Bernstein sequence. Source: Waudby-Smith and Ramdas (2024),
 * Estimating means of bounded random variables by betting, theorem 2.
 */
public final class ConfidenceSequence {
  private final double level;
  private long count;
  private double sum;
  private double squaredDeviations;
  private double variance = 0.25;
  private double weights;
  private double weightedSum;
  private double penalty;
  private double lower;
  private double upper = 1;

  /**
   * @param level coverage over all times together, in (0, 1)
   */
  public ConfidenceSequence(double level) {
    this.level = Interval.requireLevel(level);
  }

  /**
   * Adds an outcome.
   *
   * @throws IllegalArgumentException if it lies outside [0, 1]
   */
  public void add(double outcome) {
    if (!(outcome >= 0 && outcome <= 1)) {
      throw new IllegalArgumentException("outcome is " + outcome + ", must be in [0, 1]");
    }
    double meanBefore = (0.5 + sum) / (count + 1);
    count++;
    double budget = Math.log(2 / (1 - level));
    double weight =
        Math.min(0.5, Math.sqrt(2 * budget / (variance * count * Math.log(1.0 + count))));
    double deviation = outcome - meanBefore;
    weights += weight;
    weightedSum += weight * outcome;
    penalty += 4 * deviation * deviation * (-Math.log1p(-weight) - weight) / 4;
    sum += outcome;
    double mean = (0.5 + sum) / (count + 1);
    squaredDeviations += (outcome - mean) * (outcome - mean);
    variance = (0.25 + squaredDeviations) / (count + 1);
    double centre = weightedSum / weights;
    double half = (budget + penalty) / weights;
    // Every interval holds at once, so their intersection holds too.
    lower = Math.max(lower, centre - half);
    upper = Math.min(upper, centre + half);
  }

  /** The interval so far; [0, 1] before the first outcome. The estimate is the running mean. */
  public Interval interval() {
    return new Interval(count == 0 ? 0.5 : sum / count, lower, upper, level);
  }
}
