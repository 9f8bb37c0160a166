package io.plumbline.cli.leaderboard;

import io.plumbline.api.v1alpha1.GamedBaselineRow;
import io.plumbline.api.v1alpha1.LeaderboardSpec;
import io.plumbline.statistics.leaderboard.alpacaeval.GamedBaselines;

/** AlpacaEval's tables as part of a leaderboard's specification. */
final class PublishedTables {
  private PublishedTables() {}

  static void add(AlpacaEvalTables tables, LeaderboardSpec.Builder spec) {
    GamedBaselines gamed = tables.gamed();
    if (gamed != null) {
      for (int row = 0; row < gamed.rows(); row++) {
        spec.addGamedBaselines(
            GamedBaselineRow.newBuilder()
                .setIndex(gamed.index()[row])
                .setStandardLengthDifference(gamed.standardLengthDifference()[row])
                .setDifficulty(gamed.difficulty()[row])
                .setPreference(gamed.preference()[row]));
      }
    }
    if (tables.difficulty() != null) {
      for (double difficulty : tables.difficulty().byPosition()) {
        spec.addInstructionDifficulty(difficulty);
      }
    }
  }
}
