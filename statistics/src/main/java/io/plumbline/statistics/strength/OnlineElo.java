package io.plumbline.statistics.strength;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.interval.Quantile;
import io.plumbline.statistics.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Elo ratings updated game by game. The outcome depends on the order of the games, which says
 * nothing about static models: ratings are therefore averaged over seeded random orders.
 *
 * <p>Source: Elo (1978), The rating of chessplayers; averaging and bootstrap as in Boubdir et al.
 * (2023), Elo uncovered.
 *
 * @param step the K factor, in rating points
 * @param initial rating before the first game
 */
public record OnlineElo(double step, double initial) {

  /**
   * Games in order.
   *
   * @param firstScore 1, 0.5 or 0 per game
   */
  public record Games(int items, int[] first, int[] second, double[] firstScore) {}

  /** Ratings after the games in the given order. */
  public double[] rate(Games games, int[] order) {
    double[] ratings = new double[games.items()];
    Arrays.fill(ratings, initial);
    for (int game : order) {
      int first = games.first()[game];
      int second = games.second()[game];
      double expected = 1 / (1 + Math.pow(10, (ratings[second] - ratings[first]) / 400));
      double change = step * (games.firstScore()[game] - expected);
      ratings[first] += change;
      ratings[second] -= change;
    }
    return ratings;
  }

  /** Ratings averaged over random orders of the games. */
  public double[] average(Games games, int orders, long seed) {
    double[] sum = new double[games.items()];
    for (int number = 0; number < orders; number++) {
      int[] order = IntStream.range(0, games.first().length).toArray();
      RandomStream.of(seed, number).shuffle(order);
      double[] ratings = rate(games, order);
      for (int item = 0; item < sum.length; item++) {
        sum[item] += ratings[item] / orders;
      }
    }
    return sum;
  }

  /** Averaged ratings with percentile intervals over resampled games, in random order each. */
  public Interval[] intervals(Games games, int orders, Bootstrap bootstrap) {
    double[] estimates = average(games, orders, bootstrap.seed());
    int count = games.first().length;
    double[][] resampled =
        IntStream.range(0, bootstrap.rounds())
            .parallel()
            .mapToObj(
                round -> {
                  RandomStream random = RandomStream.of(bootstrap.seed(), orders + round);
                  return rate(
                      games, IntStream.range(0, count).map(i -> random.nextInt(count)).toArray());
                })
            .toArray(double[][]::new);
    double tail = (1 - bootstrap.level()) / 2;
    Interval[] intervals = new Interval[estimates.length];
    for (int item = 0; item < intervals.length; item++) {
      int number = item;
      double[] sorted = Arrays.stream(resampled).mapToDouble(row -> row[number]).sorted().toArray();
      intervals[item] =
          new Interval(
              estimates[item],
              Quantile.of(sorted, tail),
              Quantile.of(sorted, 1 - tail),
              bootstrap.level());
    }
    return intervals;
  }
}
