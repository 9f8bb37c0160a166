package io.plumbline.statistics.leaderboard.arenahard;

import java.io.IOException;
import java.util.Set;

/**
 * Which lines of Arena-Hard's judgment files count.
 *
 * @param baseline the model compared against; null for the one that each line, or its category,
 *     names
 * @param category v2's category, such as hard_prompt; null where the file holds a single one
 */
public record JudgmentChoice(String baseline, String category) {
  public static final JudgmentChoice ALL = new JudgmentChoice(null, null);

  boolean takes(String rowCategory) {
    return category == null || category.equals(rowCategory);
  }

  /** Categories have different baselines and are never mixed. */
  void require(Set<String> categories) throws IOException {
    if (category == null && categories.size() > 1) {
      throw new IOException(
          "the judgments are of several categories, choose one with --category: " + categories);
    }
    if (category != null && !categories.isEmpty() && !categories.contains(category)) {
      throw new IOException("no judgment is of category " + category + ", only of " + categories);
    }
  }
}
