package io.plumbline.statistics.leaderboard.alpacaeval;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * AlpacaEval's published difficulties, looked up by instruction. The published table knows only
 * positions; the order of the instructions is learned from a model without missing rows.
 *
 * @param positionOf position of each instruction in the prompt set
 */
record AlignedDifficulty(Map<String, Integer> positionOf, InstructionDifficulty table) {

  /** Null where no model has exactly as many instructions as the table has rows. */
  static AlignedDifficulty learn(List<ModelJudgments> models, InstructionDifficulty table) {
    for (ModelJudgments model : models) {
      Set<String> order = new LinkedHashSet<>(model.instructions());
      if (order.size() == table.size()) {
        Map<String, Integer> positionOf = new HashMap<>();
        for (String instruction : order) {
          positionOf.put(instruction, positionOf.size());
        }
        return new AlignedDifficulty(positionOf, table);
      }
    }
    return null;
  }

  boolean covers(List<Annotation> annotations) {
    return annotations.stream().allMatch(row -> positionOf.containsKey(row.instruction()));
  }

  double[] of(List<Annotation> annotations) {
    return annotations.stream()
        .mapToDouble(row -> table.byPosition()[positionOf.get(row.instruction())])
        .toArray();
  }
}
