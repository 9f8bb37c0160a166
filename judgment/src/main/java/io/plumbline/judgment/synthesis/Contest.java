package io.plumbline.judgment.synthesis;

import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Drafts that are each compared with each other: who won most, and who least. */
final class Contest {
  private final List<Integer> drafts;
  private final List<Verdict> verdicts;
  private final double[] wins;

  /**
   * @param drafts their places, at least two
   * @param verdicts in the order of {@link #pairs}
   */
  Contest(List<Integer> drafts, List<Verdict> verdicts) {
    this.drafts = List.copyOf(drafts);
    this.verdicts = List.copyOf(verdicts);
    this.wins = new double[drafts.size()];
    List<int[]> pairs = pairs(drafts.size());
    for (int i = 0; i < pairs.size(); i++) {
      count(pairs.get(i), verdicts.get(i));
    }
  }

  /** Every two of so many, the earlier one first. */
  static List<int[]> pairs(int size) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        pairs.add(new int[] {i, j});
      }
    }
    return pairs;
  }

  private void count(int[] pair, Verdict verdict) {
    if (verdict.state() != VerdictState.OK) {
      return;
    }
    switch (verdict.winner().orElseThrow()) {
      case FIRST -> wins[pair[0]]++;
      case SECOND -> wins[pair[1]]++;
      case TIE -> {
        wins[pair[0]] += 0.5;
        wins[pair[1]] += 0.5;
      }
    }
  }

  /** The place of the draft with most wins; of equal ones the first. */
  int best() {
    return drafts.get(extreme(1));
  }

  /** The place of the draft with fewest wins; of equal ones the last. */
  int worst() {
    return drafts.get(extreme(-1));
  }

  private int extreme(int sign) {
    int found = sign > 0 ? 0 : wins.length - 1;
    for (int i = 0; i < wins.length; i++) {
      int at = sign > 0 ? i : wins.length - 1 - i;
      if (sign * wins[at] > sign * wins[found]) {
        found = at;
      }
    }
    return found;
  }

  /** The verdict on the best and the worst themselves. */
  Verdict direct() {
    int[] wanted = {extreme(1), extreme(-1)};
    List<int[]> pairs = pairs(wins.length);
    for (int i = 0; i < pairs.size(); i++) {
      int[] pair = pairs.get(i);
      if (pair[0] == Math.min(wanted[0], wanted[1]) && pair[1] == Math.max(wanted[0], wanted[1])) {
        return verdicts.get(i);
      }
    }
    throw new IllegalStateException("the best draft is the worst");
  }

  /** Whether the best one won against the worst itself. */
  boolean isDecided() {
    return direct().winner().filter(winner -> winner == sideOfBest()).isPresent();
  }

  /** That the best one is better than the worst; absent where the judge gave none. */
  OptionalDouble probability() {
    return Oriented.of(direct().probability(), sideOfBest());
  }

  private Winner sideOfBest() {
    return extreme(1) < extreme(-1) ? Winner.FIRST : Winner.SECOND;
  }
}
