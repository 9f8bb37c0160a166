package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Quantile;
import io.plumbline.statistics.strength.BradleyTerry;
import io.plumbline.statistics.strength.PairwiseResults;
import io.plumbline.statistics.strength.Strengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Arena-Hard with intervals that resample whole questions, seeded and at a stated level, and with a
 * weak ridge that keeps a model finite which wins or loses everything.
 *
 * <p>Source: Bradley-Terry score of Li et al. (2024), METHODS 141, with the corrections named
 * above.
 */
public record ArenaHardCorrected(Bootstrap bootstrap) {
  /** A prior standard deviation of ten log-odds: without effect beside data. */
  private static final double RIDGE = 0.01;

  /** Additions that the resamples may take together before fewer rounds are drawn. */
  private static final double LARGEST_WORK = 2e9;

  /** Entries by falling score, the baseline among them. */
  public List<ArenaHardEntry> entries(Battles battles, String baselineName) {
    int baseline = Baseline.of(battles, baselineName);
    PairwiseResults results = battles.results(battles.cellCounts());
    double[] rates = rates(results, baseline);
    Battles.QuestionCells questions = battles.byQuestion();
    int rounds =
        (int)
            Math.max(
                100, Math.min(bootstrap.rounds(), LARGEST_WORK / Math.max(1, battles.count())));
    double[][] resampled =
        IntStream.range(0, rounds)
            .parallel()
            .mapToObj(
                round ->
                    rates(
                        battles.results(
                            questions.weights(
                                battles.cells(),
                                bootstrap.multiplicity(battles.questions(), round))),
                        baseline))
            .toArray(double[][]::new);
    return entries(battles, baseline, rates, resampled, notes(battles, results, rounds));
  }

  private List<ArenaHardEntry> entries(
      Battles battles, int baseline, double[] rates, double[][] resampled, List<String> notes) {
    double tail = (1 - bootstrap.level()) / 2;
    int[] appearances = battles.appearances();
    List<ArenaHardEntry> entries = new ArrayList<>();
    for (int model = 0; model < rates.length; model++) {
      int number = model;
      double[] sorted = Arrays.stream(resampled).mapToDouble(row -> row[number]).sorted().toArray();
      entries.add(
          new ArenaHardEntry(
              battles.models().get(model),
              100 * rates[model],
              model == baseline ? 50 : 100 * Quantile.of(sorted, tail),
              model == baseline ? 50 : 100 * Quantile.of(sorted, 1 - tail),
              appearances[model],
              notes));
    }
    entries.sort(Comparator.comparingDouble(ArenaHardEntry::score).reversed());
    return entries;
  }

  private List<String> notes(Battles battles, PairwiseResults results, int rounds) {
    List<String> notes = battles.leftOut();
    if (!results.hasFiniteStrengths()) {
      notes.add("a model wins or loses everything: its score is finite only by a weak ridge");
    }
    if (rounds < bootstrap.rounds()) {
      notes.add("intervals from " + rounds + " resamples, to bound the work");
    }
    if (battles.questions() == 1) {
      notes.add("one question says nothing about the spread over questions");
    }
    return notes;
  }

  private static double[] rates(PairwiseResults results, int baseline) {
    Strengths strengths = new BradleyTerry(baseline, RIDGE, false).fit(results);
    double[] rates = new double[results.items()];
    for (int model = 0; model < rates.length; model++) {
      rates[model] = strengths.winProbability(model, baseline);
    }
    return rates;
  }
}
