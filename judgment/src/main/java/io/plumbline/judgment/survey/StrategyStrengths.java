package io.plumbline.judgment.survey;

import java.util.Arrays;
import java.util.List;

/** Bradley-Terry strengths of strategies from choices against what was right. */
final class StrategyStrengths {
  private static final double PRIOR = 0.5;
  private static final int ITERATIONS = 2000;

  private StrategyStrengths() {}

  /**
   * With mean 1, as the authors scale them. Half a count on each pair is added only where a
   * strategy's strength would be 0 or infinite without.
   *
   * @param chosen probabilities of all strategies, one row per conversation
   * @param right the strategy that was right, one per conversation
   * @param times how often each conversation counts
   */
  static double[] of(int size, List<double[]> chosen, List<Integer> right, int[] times) {
    double[][] wins = new double[size][size];
    for (int i = 0; i < times.length; i++) {
      for (int strategy = 0; strategy < size; strategy++) {
        wins[strategy][right.get(i)] += times[i] * chosen.get(i)[strategy];
      }
    }
    if (!isConnected(wins)) {
      for (double[] row : wins) {
        Arrays.setAll(row, column -> row[column] + PRIOR);
      }
    }
    return strengths(wins);
  }

  /**
   * Whether every strategy won, through others, against every other: else the likelihood has no
   * finite maximum (Ford 1957).
   */
  static boolean isConnected(double[][] wins) {
    int size = wins.length;
    boolean[][] beats = new boolean[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        beats[i][j] = wins[i][j] > 0 || i == j;
      }
    }
    for (int through = 0; through < size; through++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          beats[i][j] |= beats[i][through] && beats[through][j];
        }
      }
    }
    return Arrays.stream(beats).allMatch(row -> all(row));
  }

  private static boolean all(boolean[] row) {
    for (boolean value : row) {
      if (!value) {
        return false;
      }
    }
    return true;
  }

  /**
   * Newman's iteration: {@code p_i = Σ_j w_ij p_j/(p_i + p_j) / Σ_j w_ji/(p_i + p_j)}. The diagonal
   * (a right choice) says nothing of a preference and is left out. Scaled to mean 1.
   */
  static double[] strengths(double[][] wins) {
    int size = wins.length;
    double[] strengths = new double[size];
    Arrays.fill(strengths, 1);
    double change = 1;
    for (int iteration = 0; iteration < ITERATIONS && change > 1e-12; iteration++) {
      change = 0;
      for (int i = 0; i < size; i++) {
        double won = 0;
        double lost = 0;
        for (int j = 0; j < size; j++) {
          if (i != j) {
            won += wins[i][j] * strengths[j] / (strengths[i] + strengths[j]);
            lost += wins[j][i] / (strengths[i] + strengths[j]);
          }
        }
        change = Math.max(change, Math.abs(won / lost / strengths[i] - 1));
        strengths[i] = won / lost;
      }
      double mean = Math.exp(Arrays.stream(strengths).map(Math::log).average().orElse(0));
      for (int i = 0; i < size; i++) {
        strengths[i] /= mean;
      }
    }
    double average = Arrays.stream(strengths).average().orElse(1);
    return Arrays.stream(strengths).map(strength -> strength / average).toArray();
  }

  /** The population standard deviation. */
  static double spread(double[] strengths) {
    double mean = Arrays.stream(strengths).average().orElse(0);
    return Math.sqrt(
        Arrays.stream(strengths).map(p -> (p - mean) * (p - mean)).average().orElse(0));
  }
}
