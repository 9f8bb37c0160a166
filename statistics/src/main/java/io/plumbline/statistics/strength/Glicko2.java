package io.plumbline.statistics.strength;

import java.util.List;

/**
 * Glicko-2 ratings, with their uncertainty and volatility.
 *
 * <p>Source: Glickman (2013), Example of the Glicko-2 system, steps 1 to 8; METHODS 133 uses it for
 * the difficulty of items.
 *
 * @param systemConstant τ, how fast volatility may change: 0.3 to 1.2
 */
public record Glicko2(double systemConstant) {
  private static final double SCALE = 173.7178;

  /**
   * A rating on Glicko's scale.
   *
   * @param rating 1500 to begin with
   * @param deviation 350 to begin with
   * @param volatility 0.06 to begin with
   */
  public record Rating(double rating, double deviation, double volatility) {
    public static final Rating INITIAL = new Rating(1500, 350, 0.06);
  }

  /**
   * A game of one rating period.
   *
   * @param score 1, 0.5 or 0
   */
  public record Game(Rating opponent, double score) {}

  /** The rating after a period; without games only the deviation grows. */
  public Rating update(Rating player, List<Game> games) {
    double mean = (player.rating() - 1500) / SCALE;
    double deviation = player.deviation() / SCALE;
    if (games.isEmpty()) {
      return new Rating(
          player.rating(), SCALE * Math.hypot(deviation, player.volatility()), player.volatility());
    }
    double precision = 0;
    double surprise = 0;
    for (Game game : games) {
      double opponentDeviation = game.opponent().deviation() / SCALE;
      double weight =
          1 / Math.sqrt(1 + 3 * opponentDeviation * opponentDeviation / (Math.PI * Math.PI));
      double expected =
          1 / (1 + Math.exp(-weight * (mean - (game.opponent().rating() - 1500) / SCALE)));
      precision += weight * weight * expected * (1 - expected);
      surprise += weight * (game.score() - expected);
    }
    double variance = 1 / precision;
    double volatility = volatility(player.volatility(), variance * surprise, deviation, variance);
    double widened = Math.hypot(deviation, volatility);
    double after = 1 / Math.sqrt(1 / (widened * widened) + precision);
    return new Rating(SCALE * (mean + after * after * surprise) + 1500, SCALE * after, volatility);
  }

  // Step 5: the Illinois variant of regula falsi on the logarithm of the squared volatility.
  private double volatility(double before, double improvement, double deviation, double variance) {
    double start = Math.log(before * before);
    double lower = start;
    double upper;
    if (improvement * improvement > deviation * deviation + variance) {
      upper = Math.log(improvement * improvement - deviation * deviation - variance);
    } else {
      upper = start - systemConstant;
      while (slope(upper, start, improvement, deviation, variance) < 0) {
        upper -= systemConstant;
      }
    }
    double atLower = slope(lower, start, improvement, deviation, variance);
    double atUpper = slope(upper, start, improvement, deviation, variance);
    while (Math.abs(upper - lower) > 1e-9) {
      double middle = lower + (lower - upper) * atLower / (atUpper - atLower);
      double atMiddle = slope(middle, start, improvement, deviation, variance);
      if (atMiddle * atUpper <= 0) {
        lower = upper;
        atLower = atUpper;
      } else {
        atLower /= 2;
      }
      upper = middle;
      atUpper = atMiddle;
    }
    return Math.exp(lower / 2);
  }

  private double slope(
      double x, double start, double improvement, double deviation, double variance) {
    double power = Math.exp(x);
    double total = deviation * deviation + variance + power;
    return power * (improvement * improvement - total) / (2 * total * total)
        - (x - start) / (systemConstant * systemConstant);
  }
}
