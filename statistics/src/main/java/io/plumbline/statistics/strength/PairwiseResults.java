package io.plumbline.statistics.strength;

import java.util.Arrays;

/**
 * Results of paired comparisons, one cell per ordered pair of items that met.
 *
 * @param items number of items
 * @param first item that is presented first (or plays at home), per cell
 * @param second the other item, per cell
 * @param firstWins weight of comparisons that the first item won
 * @param secondWins weight of comparisons that the second item won
 * @param ties weight of comparisons without a winner
 */
public record PairwiseResults(
    int items, int[] first, int[] second, double[] firstWins, double[] secondWins, double[] ties) {

  public PairwiseResults {
    int cells = first.length;
    if (second.length != cells
        || firstWins.length != cells
        || secondWins.length != cells
        || ties.length != cells) {
      throw new IllegalArgumentException("all arrays must have one entry per cell");
    }
    for (int cell = 0; cell < cells; cell++) {
      if (first[cell] < 0 || first[cell] >= items || second[cell] < 0 || second[cell] >= items) {
        throw new IllegalArgumentException(
            "cell " + cell + " names an item outside [0, " + items + ")");
      }
      if (first[cell] == second[cell]) {
        throw new IllegalArgumentException(
            "cell " + cell + " compares item " + first[cell] + " with itself");
      }
      if (!(firstWins[cell] >= 0) || !(secondWins[cell] >= 0) || !(ties[cell] >= 0)) {
        throw new IllegalArgumentException("cell " + cell + " has a negative or NaN weight");
      }
    }
  }

  /** Results in which every comparison has a winner. */
  public static PairwiseResults withoutTies(
      int items, int[] first, int[] second, double[] firstWins, double[] secondWins) {
    return new PairwiseResults(
        items, first, second, firstWins, secondWins, new double[first.length]);
  }

  public int cells() {
    return first.length;
  }

  /** The same results with each tie as half a win of both. */
  public PairwiseResults tiesAsHalfWins() {
    double[] firstShare = firstWins.clone();
    double[] secondShare = secondWins.clone();
    for (int cell = 0; cell < ties.length; cell++) {
      firstShare[cell] += ties[cell] / 2;
      secondShare[cell] += ties[cell] / 2;
    }
    return withoutTies(items, first, second, firstShare, secondShare);
  }

  /** True if maximum-likelihood strengths are finite: wins lead from every item to every other. */
  public boolean hasFiniteStrengths() {
    return Arrays.stream(connectedByWins()).allMatch(group -> group == 0);
  }

  /**
   * The group of each item, where two items are in one group if a chain of wins (or ties) leads
   * from either to the other. Strengths are finite exactly if there is one group (Ford 1957).
   */
  int[] connectedByWins() {
    boolean[][] beats = new boolean[items][items];
    for (int cell = 0; cell < cells(); cell++) {
      beats[first[cell]][second[cell]] |= firstWins[cell] > 0 || ties[cell] > 0;
      beats[second[cell]][first[cell]] |= secondWins[cell] > 0 || ties[cell] > 0;
    }
    boolean[][] reversed = new boolean[items][items];
    for (int i = 0; i < items; i++) {
      for (int j = 0; j < items; j++) {
        reversed[j][i] = beats[i][j];
      }
    }
    int[] group = new int[items];
    Arrays.fill(group, -1);
    for (int item = 0, next = 0; item < items; item++) {
      if (group[item] < 0) {
        boolean[] forward = reached(beats, item);
        boolean[] backward = reached(reversed, item);
        for (int other = 0; other < items; other++) {
          if (forward[other] && backward[other]) {
            group[other] = next;
          }
        }
        next++;
      }
    }
    return group;
  }

  private static boolean[] reached(boolean[][] edges, int from) {
    boolean[] reached = new boolean[edges.length];
    int[] pending = new int[edges.length];
    int size = 1;
    pending[0] = from;
    reached[from] = true;
    while (size > 0) {
      int item = pending[--size];
      for (int other = 0; other < edges.length; other++) {
        if (edges[item][other] && !reached[other]) {
          reached[other] = true;
          pending[size++] = other;
        }
      }
    }
    return reached;
  }
}
