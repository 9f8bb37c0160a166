package io.plumbline.statistics.leaderboard.pairwise;

import io.plumbline.statistics.leaderboard.arenahard.Battles;
import io.plumbline.statistics.leaderboard.arenahard.Outcome;
import io.plumbline.statistics.strength.OnlineElo;
import java.util.stream.IntStream;

/** Elo ratings from 1000, four points a step, as Chatbot Arena's were. */
record EloRating() implements Rating {
  private static final OnlineElo ELO = new OnlineElo(4, 1000);

  @Override
  public double[] of(Battles battles, Battles.QuestionCells cells, int[] questions) {
    int count = 0;
    for (int question : questions) {
      count += cells.begins()[question + 1] - cells.begins()[question];
    }
    int[] first = new int[count];
    int[] second = new int[count];
    double[] score = new double[count];
    int game = 0;
    for (int question : questions) {
      for (int at = cells.begins()[question]; at < cells.begins()[question + 1]; at++) {
        int cell = cells.cells()[at];
        first[game] = battles.first()[cell / 3];
        second[game] = battles.second()[cell / 3];
        score[game++] = Outcome.values()[cell % 3].firstScore();
      }
    }
    return ELO.rate(
        new OnlineElo.Games(battles.models().size(), first, second, score),
        IntStream.range(0, count).toArray());
  }

  @Override
  public boolean dependsOnOrder() {
    return true;
  }
}
