package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Quantile;
import io.plumbline.statistics.random.RandomStream;
import io.plumbline.statistics.regression.SeparationException;
import io.plumbline.statistics.strength.BradleyTerry;
import io.plumbline.statistics.strength.PairwiseResults;
import io.plumbline.statistics.strength.Strengths;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Arena-Hard v0.1 as its authors compute it: Bradley-Terry ratings on the Elo scale (base 10, scale
 * 400, baseline at 1000), 2.5 and 97.5 percentiles over 100 resamples of single battles, all turned
 * into win rates against the baseline and rounded to two digits. Only the random numbers are ours.
 *
 * <p>Source: arena-hard-auto, {@code show_result.py} of 2024-07; Li et al. (2024), From
 * crowdsourced data to high-quality benchmarks (METHODS 141).
 *
 * @param bootstrap 100 rounds and level 0.95 in the published leaderboard
 */
public record ArenaHardParity(Bootstrap bootstrap) {
  private static final double SCALE = 400 / Math.log(10);
  private static final double ANCHOR = 1000;
  // Keeps a resample finite in which a model happens to win everything, where the peer's solver
  // stops at some large number.
  private static final double RESAMPLE_RIDGE = 1e-4;

  /** Defects of the peer that its number carries. */
  public static final List<String> DEFECTS =
      List.of(
          "the interval resamples single battles as if they were independent, although a question"
              + " gives several and a strong verdict stands three times: it is too narrow");

  /**
   * Entries by falling score, the baseline among them.
   *
   * @throws IllegalArgumentException where the peer's number is meaningless
   */
  public List<ArenaHardEntry> entries(Battles battles, String baselineName) {
    if (battles.badRows() > 0) {
      throw new IllegalArgumentException(
          "%d rows cannot be used, and the peer would count an unknown winner as model_b; first: %s; use --mode corrected"
              .formatted(battles.badRows(), battles.badExamples().get(0)));
    }
    int baseline = Baseline.of(battles, baselineName);
    double[] ratings = ratings(fit(battles, baseline));
    double[][] resampled =
        IntStream.range(0, bootstrap.rounds())
            .parallel()
            .mapToObj(round -> ratings(resample(battles, baseline, round)))
            .toArray(double[][]::new);
    double tail = (1 - bootstrap.level()) / 2;
    int[] appearances = battles.appearances();
    List<String> notes = battles.leftOut();
    notes.addAll(DEFECTS);
    List<ArenaHardEntry> entries = new ArrayList<>();
    for (int model = 0; model < ratings.length; model++) {
      int number = model;
      double[] sorted = Arrays.stream(resampled).mapToDouble(row -> row[number]).sorted().toArray();
      entries.add(
          new ArenaHardEntry(
              battles.models().get(model),
              winRate(ratings[model]),
              winRate(Quantile.of(sorted, tail)),
              winRate(Quantile.of(sorted, 1 - tail)),
              appearances[model],
              notes));
    }
    entries.sort(Comparator.comparingDouble(ArenaHardEntry::score).reversed());
    return entries;
  }

  private static Strengths fit(Battles battles, int baseline) {
    try {
      return BradleyTerry.relativeTo(baseline).fit(battles.results(battles.cellCounts()));
    } catch (SeparationException separation) {
      throw new IllegalArgumentException(
          "a model wins or loses everything, so that its rating is infinite and the peer prints"
              + " where its solver happened to stop; use --mode corrected ("
              + separation.getMessage()
              + ")",
          separation);
    }
  }

  private Strengths resample(Battles battles, int baseline, int round) {
    RandomStream random = RandomStream.of(bootstrap.seed(), round);
    double[] weights = new double[battles.cells()];
    int count = battles.count();
    for (int draw = 0; draw < count; draw++) {
      weights[battles.cellOf()[random.nextInt(count)]]++;
    }
    PairwiseResults results = battles.results(weights);
    try {
      return BradleyTerry.relativeTo(baseline).fit(results);
    } catch (SeparationException separation) {
      return new BradleyTerry(baseline, RESAMPLE_RIDGE, false).fit(results);
    }
  }

  private static double[] ratings(Strengths strengths) {
    return Arrays.stream(strengths.logStrengths())
        .map(strength -> ANCHOR + SCALE * strength)
        .toArray();
  }

  private static double winRate(double rating) {
    double rate = 100 / (1 + Math.pow(10, (ANCHOR - rating) / 400));
    return new BigDecimal(rate).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
  }
}
