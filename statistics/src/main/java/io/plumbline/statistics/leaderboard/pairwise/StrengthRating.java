package io.plumbline.statistics.leaderboard.pairwise;

import io.plumbline.statistics.leaderboard.arenahard.Battles;
import io.plumbline.statistics.strength.BradleyTerry;
import io.plumbline.statistics.strength.PairwiseResults;
import io.plumbline.statistics.strength.TiedBradleyTerry;
import java.util.Arrays;

/**
 * Log-strengths of a model of paired comparison, centred on 1000 points. A weak ridge keeps a model
 * finite that wins or loses everything.
 *
 * @param ownTies whether ties have a parameter of their own
 */
record StrengthRating(boolean ownTies) implements Rating {
  /** A prior standard deviation of ten log-odds: without effect beside data. */
  private static final double RIDGE = 0.01;

  private static final double SCALE = 400 / Math.log(10);

  @Override
  public double[] of(Battles battles, Battles.QuestionCells cells, int[] questions) {
    int[] multiplicity = new int[battles.questions()];
    for (int question : questions) {
      multiplicity[question]++;
    }
    PairwiseResults results = battles.results(cells.weights(battles.cells(), multiplicity));
    double[] logStrengths =
        ownTies
            ? new TiedBradleyTerry(0, RIDGE).fit(results).logStrengths()
            : new BradleyTerry(-1, RIDGE, false).fit(results).logStrengths();
    double mean = Arrays.stream(logStrengths).average().orElse(0);
    return Arrays.stream(logStrengths).map(strength -> 1000 + SCALE * (strength - mean)).toArray();
  }

  @Override
  public boolean dependsOnOrder() {
    return false;
  }
}
