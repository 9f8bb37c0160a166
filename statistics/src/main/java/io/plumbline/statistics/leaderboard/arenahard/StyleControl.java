package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.interval.Quantile;
import io.plumbline.statistics.random.RandomStream;
import io.plumbline.statistics.regression.Logistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Arena-Hard under style control: Bradley-Terry win rates against the baseline with length,
 * headers, lists and bold held constant, and percentile intervals.
 *
 * <p>Source: arena-hard-auto v2, {@code print_leaderboard_with_style_features}; Li et al. (2024),
 * METHODS 141.
 *
 * @param rounds number of resamples; 100 in the peer
 * @param level 0.9 in the peer
 * @param clustered whether whole questions are resampled, or single battles as the peer does
 */
public record StyleControl(int rounds, double level, long seed, boolean clustered) {
  // Identifies what the data leave open, without effect on what they determine.
  private static final double RIDGE = 1e-6;

  /**
   * @param coefficients of length, headers, list items and bold passages, medians of the resamples
   */
  public record Result(List<ArenaHardEntry> entries, double[] coefficients) {}

  /**
   * @throws IllegalArgumentException if the baseline is unknown
   */
  public Result fit(StyledBattles battles, String baselineName) {
    int baseline = battles.models().indexOf(baselineName);
    if (baseline < 0) {
      throw new IllegalArgumentException(
          "--baseline %s is in no battle; the models are %s"
              .formatted(baselineName, battles.models()));
    }
    StyledBradleyTerry model =
        new StyledBradleyTerry(
            battles.models().size(),
            StyledBattles.STYLES,
            battles.first(),
            battles.second(),
            battles.features(),
            baseline,
            RIDGE);
    double[] whole = all(model, battles);
    double[][] resampled =
        IntStream.range(0, rounds)
            .parallel()
            .mapToObj(round -> resample(model, battles, whole, round))
            .toArray(double[][]::new);
    return result(battles, whole, resampled);
  }

  private static double[] all(StyledBradleyTerry model, StyledBattles battles) {
    double[] wins = new double[battles.rows()];
    double[] losses = new double[battles.rows()];
    for (int battle = 0; battle < battles.count(); battle++) {
      wins[battles.rowOf()[battle]] += battles.scoreOf()[battle];
      losses[battles.rowOf()[battle]] += 1 - battles.scoreOf()[battle];
    }
    return model.fit(wins, losses, new double[battles.models().size() + StyledBattles.STYLES]);
  }

  private double[] resample(
      StyledBradleyTerry model, StyledBattles battles, double[] start, int round) {
    RandomStream random = RandomStream.of(seed, round);
    double[] wins = new double[battles.rows()];
    double[] losses = new double[battles.rows()];
    int count = battles.count();
    if (clustered) {
      int[] multiplicity = new int[battles.questions()];
      for (int draw = 0; draw < multiplicity.length; draw++) {
        multiplicity[random.nextInt(multiplicity.length)]++;
      }
      for (int battle = 0; battle < count; battle++) {
        int row = battles.rowOf()[battle];
        int times = multiplicity[battles.questionOf()[row]];
        wins[row] += times * battles.scoreOf()[battle];
        losses[row] += times * (1 - battles.scoreOf()[battle]);
      }
    } else {
      for (int draw = 0; draw < count; draw++) {
        int battle = random.nextInt(count);
        double score = battles.scoreOf()[battle];
        wins[battles.rowOf()[battle]] += score;
        losses[battles.rowOf()[battle]] += 1 - score;
      }
    }
    return model.fit(wins, losses, start);
  }

  private Result result(StyledBattles battles, double[] whole, double[][] resampled) {
    double tail = (1 - level) / 2;
    int[] appearances = new int[battles.models().size()];
    for (int row : battles.rowOf()) {
      appearances[battles.first()[row]]++;
      appearances[battles.second()[row]]++;
    }
    List<ArenaHardEntry> entries = new ArrayList<>();
    for (int model = 0; model < appearances.length; model++) {
      double[] sorted = column(resampled, model);
      // The peer states the median of its resamples; with clusters the fit of all data is stated.
      double strength = clustered ? whole[model] : Quantile.of(sorted, 0.5);
      entries.add(
          new ArenaHardEntry(
              battles.models().get(model),
              100 * Logistic.probability(strength),
              100 * Logistic.probability(Quantile.of(sorted, tail)),
              100 * Logistic.probability(Quantile.of(sorted, 1 - tail)),
              appearances[model],
              List.of()));
    }
    entries.sort(Comparator.comparingDouble(ArenaHardEntry::score).reversed());
    double[] coefficients = new double[StyledBattles.STYLES];
    for (int style = 0; style < coefficients.length; style++) {
      coefficients[style] = Quantile.of(column(resampled, battles.models().size() + style), 0.5);
    }
    return new Result(entries, coefficients);
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).sorted().toArray();
  }
}
