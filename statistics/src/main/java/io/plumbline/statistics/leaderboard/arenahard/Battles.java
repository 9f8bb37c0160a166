package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.strength.PairwiseResults;
import java.util.Arrays;
import java.util.List;

/**
 * Battles by question, packed: nine bytes per battle.
 *
 * @param models names, numbered in order of appearance
 * @param questions number of questions
 * @param first first model of each pair of models that met
 * @param second second model of each pair
 * @param questionOf question of each battle
 * @param cellOf pair and outcome of each battle: three times the pair plus the outcome's ordinal
 * @param badRows rows that could not be used
 * @param badExamples the first few bad rows, with their lines and what is wrong
 */
public record Battles(
    List<String> models,
    int questions,
    int[] first,
    int[] second,
    int[] questionOf,
    int[] cellOf,
    int badRows,
    List<String> badExamples) {

  public int count() {
    return cellOf.length;
  }

  int cells() {
    return 3 * first.length;
  }

  /** Battles in each cell. */
  double[] cellCounts() {
    double[] counts = new double[cells()];
    for (int cell : cellOf) {
      counts[cell]++;
    }
    return counts;
  }

  /** Battles of each model. */
  int[] appearances() {
    int[] appearances = new int[models.size()];
    for (int cell : cellOf) {
      appearances[first[cell / 3]]++;
      appearances[second[cell / 3]]++;
    }
    return appearances;
  }

  /** Pairwise results from a weight per cell. */
  PairwiseResults results(double[] cellWeights) {
    int pairs = first.length;
    double[] firstWins = new double[pairs];
    double[] secondWins = new double[pairs];
    double[] ties = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      firstWins[pair] = cellWeights[3 * pair + Outcome.FIRST_WINS.ordinal()];
      secondWins[pair] = cellWeights[3 * pair + Outcome.SECOND_WINS.ordinal()];
      ties[pair] = cellWeights[3 * pair + Outcome.TIE.ordinal()];
    }
    return new PairwiseResults(models.size(), first, second, firstWins, secondWins, ties);
  }

  /** The battles' cells sorted by question, with where each question begins. */
  QuestionCells byQuestion() {
    int[] begins = new int[questions + 1];
    for (int question : questionOf) {
      begins[question + 1]++;
    }
    for (int question = 0; question < questions; question++) {
      begins[question + 1] += begins[question];
    }
    int[] next = Arrays.copyOf(begins, questions);
    int[] cells = new int[cellOf.length];
    for (int battle = 0; battle < cells.length; battle++) {
      cells[next[questionOf[battle]]++] = cellOf[battle];
    }
    return new QuestionCells(begins, cells);
  }

  /**
   * @param begins where each question's cells begin, and where the last ends
   */
  record QuestionCells(int[] begins, int[] cells) {}
}
