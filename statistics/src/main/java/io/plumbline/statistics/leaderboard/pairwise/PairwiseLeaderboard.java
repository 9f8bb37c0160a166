package io.plumbline.statistics.leaderboard.pairwise;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Quantile;
import io.plumbline.statistics.leaderboard.arenahard.Battles;
import io.plumbline.statistics.leaderboard.arenahard.Outcome;
import io.plumbline.statistics.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Any battles, rated by one of the field's methods, with percentile intervals that resample whole
 * questions. Where the order of battles matters, ratings are means over seeded orders.
 *
 * <p>Source: Bradley and Terry (1952), Davidson (1970), Elo (1978), Glickman (2013); averaging over
 * orders as in Boubdir et al. (2023), Elo uncovered.
 */
public record PairwiseLeaderboard(PairwiseMethod method, Bootstrap bootstrap) {
  private static final int ORDERS = 100;

  /** Updates that all orders, or all resamples, may take together. */
  private static final double LARGEST_WORK = 1e9;

  /** Entries by falling rating. */
  public List<PairwiseEntry> entries(Battles battles) {
    Battles.QuestionCells cells = battles.byQuestion();
    Rating rating = method.rating();
    int affordable = (int) Math.max(2, LARGEST_WORK / Math.max(1, battles.count()));
    int rounds = Math.min(bootstrap.rounds(), Math.max(100, affordable));
    double[] estimates =
        rating.dependsOnOrder()
            ? average(battles, cells, Math.min(ORDERS, affordable))
            : rating.of(battles, cells, IntStream.range(0, battles.questions()).toArray());
    double[][] resampled =
        IntStream.range(0, rounds)
            .parallel()
            .mapToObj(round -> rating.of(battles, cells, draw(battles.questions(), round)))
            .toArray(double[][]::new);
    return entries(battles, estimates, resampled, notes(battles, rounds));
  }

  private double[] average(Battles battles, Battles.QuestionCells cells, int orders) {
    double[][] ratings =
        IntStream.range(0, orders)
            .parallel()
            .mapToObj(
                number -> {
                  int[] order = IntStream.range(0, battles.questions()).toArray();
                  RandomStream.of(bootstrap.seed() + 1, number).shuffle(order);
                  return method.rating().of(battles, cells, order);
                })
            .toArray(double[][]::new);
    return IntStream.range(0, battles.models().size())
        .mapToDouble(
            model -> Arrays.stream(ratings).mapToDouble(row -> row[model]).average().orElseThrow())
        .toArray();
  }

  private int[] draw(int questions, int round) {
    RandomStream random = RandomStream.of(bootstrap.seed(), round);
    return IntStream.range(0, questions).map(i -> random.nextInt(questions)).toArray();
  }

  private List<PairwiseEntry> entries(
      Battles battles, double[] estimates, double[][] resampled, List<String> notes) {
    double[] points = new double[estimates.length];
    for (int cell : battles.cellOf()) {
      double score = Outcome.values()[cell % 3].firstScore();
      points[battles.first()[cell / 3]] += score;
      points[battles.second()[cell / 3]] += 1 - score;
    }
    int[] appearances = battles.appearances();
    double tail = (1 - bootstrap.level()) / 2;
    List<PairwiseEntry> entries = new ArrayList<>();
    for (int model = 0; model < estimates.length; model++) {
      int number = model;
      double[] sorted = Arrays.stream(resampled).mapToDouble(row -> row[number]).sorted().toArray();
      entries.add(
          new PairwiseEntry(
              battles.models().get(model),
              estimates[model],
              Quantile.of(sorted, tail),
              Quantile.of(sorted, 1 - tail),
              100 * points[model] / appearances[model],
              appearances[model],
              notes));
    }
    entries.sort(Comparator.comparingDouble(PairwiseEntry::rating).reversed());
    return entries;
  }

  private List<String> notes(Battles battles, int rounds) {
    List<String> notes = battles.leftOut();
    if (!method.rating().dependsOnOrder()
        && !battles.results(battles.cellCounts()).hasFiniteStrengths()) {
      notes.add("a model wins or loses everything: its rating is finite only by a weak ridge");
    }
    if (rounds < bootstrap.rounds()) {
      notes.add("intervals from " + rounds + " resamples, to bound the work");
    }
    if (battles.questions() == 1) {
      notes.add("one question says nothing about the spread over questions");
    }
    return notes;
  }
}
