package io.plumbline.statistics.leaderboard.pairwise;

import io.plumbline.statistics.leaderboard.arenahard.Battles;

/** Rates models from questions that stand in an order, some of them perhaps several times. */
interface Rating {

  /** One rating per model, on the scale on which 400 points are odds of ten to one. */
  double[] of(Battles battles, Battles.QuestionCells cells, int[] questions);

  /** Whether the order of the questions matters, so that ratings are averaged over orders. */
  boolean dependsOnOrder();
}
