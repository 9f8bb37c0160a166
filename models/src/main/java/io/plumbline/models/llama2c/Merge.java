package io.plumbline.models.llama2c;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two pieces that join to a third, as a ranked byte-pair vocabulary wants them listed.
 *
 * <p>llama2.c joins the pair whose result scores highest, the leftmost of equals. Ranks reproduce
 * the scores, but they know no left and right: where scores tie, as they do for runs of spaces,
 * equal halves go first from short to long, then longer left sides, which builds the same runs.
 */
record Merge(int left, int right, int result) {

  static List<Merge> ranked(Llama2cVocabulary vocabulary) {
    Map<String, Integer> ids = new HashMap<>();
    for (int id = Llama2cVocabulary.FIRST_PIECE; id < vocabulary.pieces().size(); id++) {
      ids.putIfAbsent(vocabulary.pieces().get(id), id);
    }
    List<Merge> merges = new ArrayList<>();
    ids.forEach((piece, id) -> splits(piece, id, ids, merges));
    merges.sort(order(vocabulary));
    return merges;
  }

  private static void splits(
      String piece, int result, Map<String, Integer> ids, List<Merge> merges) {
    for (int at = 1; at < piece.length(); at++) {
      Integer left = ids.get(piece.substring(0, at));
      Integer right = ids.get(piece.substring(at));
      if (left != null && right != null) {
        merges.add(new Merge(left, right, result));
      }
    }
  }

  private static Comparator<Merge> order(Llama2cVocabulary vocabulary) {
    Comparator<Merge> byScore =
        Comparator.comparingDouble(merge -> -vocabulary.scores().get(merge.result()));
    return byScore
        .thenComparingInt(merge -> merge.halves() ? 0 : 1)
        .thenComparingInt(
            merge -> {
              int length = vocabulary.pieces().get(merge.left()).length();
              return merge.halves() ? length : -length;
            })
        .thenComparingInt(Merge::result)
        .thenComparingInt(Merge::left);
  }

  private boolean halves() {
    return left == right;
  }
}
