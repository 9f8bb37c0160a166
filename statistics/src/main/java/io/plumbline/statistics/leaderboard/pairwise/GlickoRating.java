package io.plumbline.statistics.leaderboard.pairwise;

import io.plumbline.statistics.leaderboard.arenahard.Battles;
import io.plumbline.statistics.leaderboard.arenahard.Outcome;
import io.plumbline.statistics.strength.Glicko2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Glicko-2 ratings from 1500 with τ = 0.5; the battles of one question are one rating period. */
record GlickoRating() implements Rating {
  private static final Glicko2 GLICKO = new Glicko2(0.5);

  @Override
  public double[] of(Battles battles, Battles.QuestionCells cells, int[] questions) {
    Glicko2.Rating[] ratings = new Glicko2.Rating[battles.models().size()];
    Arrays.fill(ratings, Glicko2.Rating.INITIAL);
    for (int question : questions) {
      List<List<Glicko2.Game>> games = new ArrayList<>();
      for (int model = 0; model < ratings.length; model++) {
        games.add(new ArrayList<>());
      }
      for (int at = cells.begins()[question]; at < cells.begins()[question + 1]; at++) {
        int cell = cells.cells()[at];
        int first = battles.first()[cell / 3];
        int second = battles.second()[cell / 3];
        double score = Outcome.values()[cell % 3].firstScore();
        games.get(first).add(new Glicko2.Game(ratings[second], score));
        games.get(second).add(new Glicko2.Game(ratings[first], 1 - score));
      }
      Glicko2.Rating[] next = ratings.clone();
      for (int model = 0; model < ratings.length; model++) {
        // A question that a model was not asked says nothing: models do not get rusty.
        if (!games.get(model).isEmpty()) {
          next[model] = GLICKO.update(ratings[model], games.get(model));
        }
      }
      ratings = next;
    }
    return Arrays.stream(ratings).mapToDouble(Glicko2.Rating::rating).toArray();
  }

  @Override
  public boolean dependsOnOrder() {
    return true;
  }
}
