package io.plumbline.statistics.interval;

/**
 * The share of comparisons that a system wins, a tie counting half, with intervals that treat the
 * comparisons of one group (for example one prompt) as one draw.
 *
 * @param rate in [0, 1]
 * @param clusterRobust interval from the sandwich variance, cut to [0, 1]
 * @param bootstrap percentile interval, whole groups resampled
 * @param wins comparisons with a score above one half
 * @param ties comparisons with a score of one half
 * @param losses comparisons with a score below one half
 */
public record WinRate(
    double rate,
    double standardError,
    Interval clusterRobust,
    Interval bootstrap,
    int wins,
    int ties,
    int losses,
    int groups) {

  /**
   * @param scores one per comparison, in [0, 1]: 1 a win, 0.5 a tie, 0 a loss, or a probability
   * @throws IllegalArgumentException if there is no score, or one lies outside [0, 1]
   */
  public static WinRate of(double[] scores, Clusters groups, Bootstrap bootstrap) {
    int wins = 0;
    int ties = 0;
    int losses = 0;
    for (int row = 0; row < scores.length; row++) {
      double score = scores[row];
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalArgumentException("score " + row + " is " + score + ", must be in [0, 1]");
      }
      if (score > 0.5) {
        wins++;
      } else if (score == 0.5) {
        ties++;
      } else {
        losses++;
      }
    }
    ClusteredMean mean = ClusteredMean.of(scores, groups);
    Interval robust = mean.interval(bootstrap.level());
    return new WinRate(
        mean.mean(),
        mean.standardError(),
        new Interval(
            mean.mean(), Math.max(0, robust.lower()), Math.min(1, robust.upper()), robust.level()),
        bootstrap.mean(scores, groups),
        wins,
        ties,
        losses,
        groups.count());
  }

  public int comparisons() {
    return wins + ties + losses;
  }
}
