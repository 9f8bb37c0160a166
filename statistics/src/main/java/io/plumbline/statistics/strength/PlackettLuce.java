package io.plumbline.statistics.strength;

import io.plumbline.statistics.regression.SeparationException;
import java.util.Arrays;
import java.util.List;

/**
 * The Plackett-Luce model of (possibly partial) rankings by maximum likelihood: at every rank the
 * next item is chosen in proportion to its strength.
 *
 * <p>Source: Plackett (1975), The analysis of permutations; Hunter (2004), MM algorithms for
 * generalized Bradley-Terry models, equation 30.
 *
 * @param pseudoWins wins and losses against an imaginary average item, added to every item; 0 for
 *     maximum likelihood
 */
public record PlackettLuce(double pseudoWins) {
  private static final int MAXIMUM_ITERATIONS = 100_000;

  /**
   * Log-strengths with mean zero.
   *
   * @param items number of items
   * @param rankings item numbers from best to worst, each once
   * @throws SeparationException without pseudo-wins, if some items are always ranked above others
   */
  public double[] fit(int items, List<int[]> rankings) {
    boolean[][] above = new boolean[items][items];
    double[] wins = new double[items];
    Arrays.fill(wins, pseudoWins);
    for (int[] ranking : rankings) {
      for (int rank = 0; rank < ranking.length; rank++) {
        wins[ranking[rank]] += rank < ranking.length - 1 ? 1 : 0;
        for (int below = rank + 1; below < ranking.length; below++) {
          above[ranking[rank]][ranking[below]] = true;
        }
      }
    }
    if (pseudoWins == 0 && !isConnected(above)) {
      throw new SeparationException(
          "some items are always ranked above others, so that strengths are not finite: set"
              + " pseudoWins");
    }
    double[] strengths = new double[items];
    Arrays.fill(strengths, 1);
    for (int iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration++) {
      double[] next = improved(strengths, wins, rankings);
      double largest = 0;
      for (int item = 0; item < items; item++) {
        largest = Math.max(largest, Math.abs(next[item] / strengths[item] - 1));
      }
      strengths = next;
      if (largest < 1e-12) {
        break;
      }
    }
    double[] logStrengths = Arrays.stream(strengths).map(Math::log).toArray();
    double mean = Arrays.stream(logStrengths).average().orElse(0);
    return Arrays.stream(logStrengths).map(strength -> strength - mean).toArray();
  }

  private double[] improved(double[] strengths, double[] wins, List<int[]> rankings) {
    double[] exposure = new double[strengths.length];
    for (int item = 0; item < strengths.length; item++) {
      // An imaginary item of strength one is met twice per pseudo-win.
      exposure[item] = 2 * pseudoWins / (strengths[item] + 1);
    }
    for (int[] ranking : rankings) {
      double remaining = 0;
      for (int item : ranking) {
        remaining += strengths[item];
      }
      double inverse = 0;
      for (int rank = 0; rank < ranking.length; rank++) {
        if (rank < ranking.length - 1) {
          inverse += 1 / remaining;
          remaining -= strengths[ranking[rank]];
        }
        exposure[ranking[rank]] += inverse;
      }
    }
    double logMean = 0;
    double[] next = new double[strengths.length];
    for (int item = 0; item < next.length; item++) {
      next[item] = wins[item] / exposure[item];
      logMean += Math.log(next[item]) / next.length;
    }
    if (pseudoWins == 0) {
      double scale = Math.exp(-logMean);
      return Arrays.stream(next).map(strength -> strength * scale).toArray();
    }
    return next;
  }

  private static boolean isConnected(boolean[][] above) {
    int items = above.length;
    int[] first = new int[items * items];
    int[] second = new int[items * items];
    double[] wins = new double[items * items];
    int cells = 0;
    for (int i = 0; i < items; i++) {
      for (int j = 0; j < items; j++) {
        if (above[i][j]) {
          first[cells] = i;
          second[cells] = j;
          wins[cells++] = 1;
        }
      }
    }
    return PairwiseResults.withoutTies(
            items,
            Arrays.copyOf(first, cells),
            Arrays.copyOf(second, cells),
            Arrays.copyOf(wins, cells),
            new double[cells])
        .hasFiniteStrengths();
  }
}
