package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.report.WinMatrix;
import io.plumbline.statistics.strength.BradleyTerry;
import io.plumbline.statistics.strength.Strengths;

/**
 * Who beats whom in battles: the share of points where two models met, else what their
 * Bradley-Terry strengths imply.
 */
public final class BattleWinMatrix {
  private BattleWinMatrix() {}

  public static WinMatrix of(Battles battles) {
    int size = battles.models().size();
    double[] counts = battles.cellCounts();
    double[][] points = new double[size][size];
    double[][] met = new double[size][size];
    for (int cell = 0; cell < counts.length; cell++) {
      int first = battles.first()[cell / 3];
      int second = battles.second()[cell / 3];
      double score = Outcome.values()[cell % 3].firstScore();
      points[first][second] += counts[cell] * score;
      points[second][first] += counts[cell] * (1 - score);
      met[first][second] += counts[cell];
      met[second][first] += counts[cell];
    }
    // The weak ridge keeps models finite that win or lose everything.
    Strengths strengths = new BradleyTerry(-1, 0.01, false).fit(battles.results(counts));
    double[][] rates = new double[size][size];
    boolean[][] observed = new boolean[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        observed[i][j] = met[i][j] > 0;
        rates[i][j] = observed[i][j] ? points[i][j] / met[i][j] : strengths.winProbability(i, j);
      }
    }
    return new WinMatrix(battles.models(), rates, observed);
  }
}
