package io.plumbline.statistics.leaderboard.arenahard;

import java.util.List;

/** Finds the model against which the others are scored. */
final class Baseline {
  private static final String PUBLISHED = "gpt-4-0314";

  private Baseline() {}

  /**
   * The number of the named model; without a name the published baseline, or else the one model
   * that is in every battle.
   *
   * @throws IllegalArgumentException if there is none
   */
  static int of(Battles battles, String name) {
    List<String> models = battles.models();
    if (name != null) {
      if (!models.contains(name)) {
        throw new IllegalArgumentException(
            "--baseline %s is in no battle; the models are %s".formatted(name, models));
      }
      return models.indexOf(name);
    }
    if (models.contains(PUBLISHED)) {
      return models.indexOf(PUBLISHED);
    }
    int[] appearances = battles.appearances();
    int found = -1;
    for (int model = 0; model < appearances.length; model++) {
      if (appearances[model] == battles.count()) {
        // With only two models both are in every battle: the first column is the baseline's.
        found = found < 0 || battles.first()[0] == model ? model : found;
      }
    }
    if (found < 0) {
      throw new IllegalArgumentException(
          "no model is in every battle: name the baseline with --baseline, one of " + models);
    }
    return found;
  }
}
