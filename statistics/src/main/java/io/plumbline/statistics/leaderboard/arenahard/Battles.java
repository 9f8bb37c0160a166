package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.strength.PairwiseResults;
import java.util.ArrayList;
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
 * @param unjudged games without a verdict, which do not count
 */
public record Battles(
    List<String> models,
    int questions,
    int[] first,
    int[] second,
    int[] questionOf,
    int[] cellOf,
    int badRows,
    List<String> badExamples,
    int unjudged) {

  public int count() {
    return cellOf.length;
  }

  /** What was left out of the battles, for the reader of their leaderboard. */
  public List<String> leftOut() {
    List<String> notes = new ArrayList<>();
    if (badRows > 0) {
      notes.add("%d rows were left out; first: %s".formatted(badRows, badExamples.get(0)));
    }
    if (unjudged > 0) {
      notes.add(unjudged + " games without a verdict do not count");
    }
    return notes;
  }

  /** Three per pair of models that met: first wins, second wins, tie. */
  public int cells() {
    return 3 * first.length;
  }

  /** Battles in each cell. */
  public double[] cellCounts() {
    double[] counts = new double[cells()];
    for (int cell : cellOf) {
      counts[cell]++;
    }
    return counts;
  }

  /** Battles of each model. */
  public int[] appearances() {
    int[] appearances = new int[models.size()];
    for (int cell : cellOf) {
      appearances[first[cell / 3]]++;
      appearances[second[cell / 3]]++;
    }
    return appearances;
  }

  /** Pairwise results from a weight per cell. */
  public PairwiseResults results(double[] cellWeights) {
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
  public QuestionCells byQuestion() {
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
  public record QuestionCells(int[] begins, int[] cells) {

    /** Weight of each cell when every question stands as often as given. */
    public double[] weights(int cellCount, int[] multiplicity) {
      double[] weights = new double[cellCount];
      for (int question = 0; question < multiplicity.length; question++) {
        int times = multiplicity[question];
        if (times > 0) {
          for (int at = begins[question]; at < begins[question + 1]; at++) {
            weights[cells[at]] += times;
          }
        }
      }
      return weights;
    }
  }
}
