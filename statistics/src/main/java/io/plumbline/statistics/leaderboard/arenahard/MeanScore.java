package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Quantile;
import io.plumbline.statistics.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Arena-Hard v2: each model's mean score against the baseline, a strong verdict counting three
 * times (it stands three times in the battles), with percentile intervals per model.
 *
 * <p>Source: arena-hard-auto v2, {@code print_leaderboard}: the mean of 100 resampled means, and
 * their 5 and 95 percentiles.
 *
 * @param bootstrap 100 rounds and level 0.9 in the peer
 * @param clustered whether whole questions are resampled and the mean itself is stated; else single
 *     battles and the mean of the resamples, as the peer does
 */
public record MeanScore(Bootstrap bootstrap, boolean clustered) {

  /** Entries by falling score, the baseline among them; battles of others do not count. */
  public List<ArenaHardEntry> entries(Battles battles, String baselineName) {
    int baseline = Baseline.of(battles, baselineName);
    int others = 0;
    List<List<double[]>> rows = new ArrayList<>();
    for (int model = 0; model < battles.models().size(); model++) {
      rows.add(new ArrayList<>());
    }
    for (int battle = 0; battle < battles.count(); battle++) {
      int cell = battles.cellOf()[battle];
      int first = battles.first()[cell / 3];
      int second = battles.second()[cell / 3];
      double score = Outcome.values()[cell % 3].firstScore();
      if (second == baseline) {
        rows.get(first).add(new double[] {battles.questionOf()[battle], score});
      } else if (first == baseline) {
        rows.get(second).add(new double[] {battles.questionOf()[battle], 1 - score});
      } else {
        others++;
      }
    }
    if (!clustered && (others > 0 || battles.badRows() > 0)) {
      throw new IllegalArgumentException(
          "%d battles are not against %s and %d rows cannot be used: the peer has no such rows; use --mode corrected"
              .formatted(others, battles.models().get(baseline), battles.badRows()));
    }
    List<String> notes = battles.leftOut();
    if (others > 0) {
      notes.add(others + " battles without the baseline do not count");
    }
    List<ArenaHardEntry> entries = new ArrayList<>();
    for (int model = 0; model < rows.size(); model++) {
      if (model == baseline) {
        entries.add(
            new ArenaHardEntry(
                battles.models().get(model), 50, 50, 50, battles.count() - others, notes));
      } else if (!rows.get(model).isEmpty()) {
        entries.add(entry(battles.models().get(model), rows.get(model), notes));
      }
    }
    entries.sort(Comparator.comparingDouble(ArenaHardEntry::score).reversed());
    return entries;
  }

  private ArenaHardEntry entry(String model, List<double[]> rows, List<String> notes) {
    double[] replicates = clustered ? byQuestion(rows) : byBattle(rows);
    double mean = rows.stream().mapToDouble(row -> row[1]).average().orElseThrow();
    double stated = clustered ? mean : Arrays.stream(replicates).average().orElseThrow();
    Arrays.sort(replicates);
    double tail = (1 - bootstrap.level()) / 2;
    return new ArenaHardEntry(
        model,
        100 * stated,
        100 * Quantile.of(replicates, tail),
        100 * Quantile.of(replicates, 1 - tail),
        rows.size(),
        notes);
  }

  private double[] byBattle(List<double[]> rows) {
    double[] means = new double[bootstrap.rounds()];
    for (int round = 0; round < means.length; round++) {
      RandomStream random = RandomStream.of(bootstrap.seed(), round);
      double sum = 0;
      for (int draw = 0; draw < rows.size(); draw++) {
        sum += rows.get(random.nextInt(rows.size()))[1];
      }
      means[round] = sum / rows.size();
    }
    return means;
  }

  private double[] byQuestion(List<double[]> rows) {
    Clusters questions = Clusters.of(rows.stream().map(row -> row[0]).toList());
    double[] sums = questions.sums(rows.stream().mapToDouble(row -> row[1]).toArray());
    int[] sizes = questions.sizes();
    return bootstrap.replicates(
        questions.count(),
        multiplicity -> {
          double sum = 0;
          long count = 0;
          for (int question = 0; question < sums.length; question++) {
            sum += multiplicity[question] * sums[question];
            count += (long) multiplicity[question] * sizes[question];
          }
          return sum / count;
        });
  }
}
