package io.plumbline.cli.reward;

import io.plumbline.api.v1alpha1.Score;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.JsonInterval;
import io.plumbline.preference.PreferencePair;
import io.plumbline.rewardmodels.evaluation.JudgedPair;
import io.plumbline.rewardmodels.evaluation.PairEvaluation;
import io.plumbline.rewardmodels.evaluation.TemperatureFit;
import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A reward model measured on preference pairs.
 *
 * @param accuracyInterval 95 %, clustered by prompt
 * @param nullBaselines accuracy of always preferring the longer, the shorter, or either
 * @param unscored pairs left out because a side had no score
 */
record BenchDocument(
    String model,
    String digest,
    int pairs,
    int prompts,
    double accuracy,
    JsonInterval accuracyInterval,
    double expectedCalibrationError,
    double logLoss,
    double temperature,
    Map<String, Double> nullBaselines,
    int unscored,
    List<String> badRows) {
  private static final double LEVEL = 0.95;

  /**
   * @param scores of chosen and rejected in turn, in the order of the pairs
   */
  static BenchDocument of(PairFile file, BatchedScores scores) {
    List<JudgedPair> judged = new ArrayList<>();
    List<JudgedPair> longer = new ArrayList<>();
    List<String> prompts = new ArrayList<>();
    for (int number = 0; number < file.pairs().size(); number++) {
      PreferencePair pair = file.pairs().get(number);
      Score chosen = scores.scores().get(2 * number);
      Score rejected = scores.scores().get(2 * number + 1);
      if (chosen.hasReward() && rejected.hasReward()) {
        double probability = pair.probability().orElse(1);
        judged.add(new JudgedPair(chosen.getReward() - rejected.getReward(), probability));
        longer.add(new JudgedPair(extraCharacters(pair), probability));
        prompts.add(PairRequests.promptKey(number, pair));
      }
    }
    if (judged.isEmpty()) {
      throw new UsageException("no pair has a score on both sides: there is nothing to measure");
    }
    PairEvaluation evaluation = PairEvaluation.of(judged, 1);
    Clusters clusters = Clusters.of(prompts);
    ClusteredMean mean = ClusteredMean.of(values(judged, BenchDocument::correctness), clusters);
    double longerWins = PairEvaluation.of(longer, 1).accuracy();
    return new BenchDocument(
        scores.model(),
        scores.digest(),
        judged.size(),
        clusters.count(),
        evaluation.accuracy(),
        JsonInterval.of(mean.interval(LEVEL)),
        evaluation.expectedCalibrationError(),
        evaluation.logLoss(),
        TemperatureFit.of(judged).temperature(),
        new TreeMap<>(Map.of("longer", longerWins, "shorter", 1 - longerWins, "coin", 0.5)),
        file.pairs().size() - judged.size(),
        file.badRows());
  }

  private static int extraCharacters(PreferencePair pair) {
    return pair.chosen().content().text().length() - pair.rejected().content().text().length();
  }

  private static double correctness(JudgedPair pair) {
    if (pair.margin() == 0) {
      return 0.5;
    }
    return pair.margin() > 0 ? pair.probability() : 1 - pair.probability();
  }

  private static double[] values(List<JudgedPair> pairs, ToDoubleFunction<JudgedPair> value) {
    return pairs.stream().mapToDouble(value).toArray();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%s on %d pairs of %d prompts%n", model, pairs, prompts));
    text.append(
        String.format(
            Locale.ROOT,
            "accuracy                    %.4f  [%.4f, %.4f]%n",
            accuracy,
            accuracyInterval.lower(),
            accuracyInterval.upper()));
    nullBaselines.forEach(
        (name, value) ->
            text.append(String.format(Locale.ROOT, "  null judge: %-13s %.4f%n", name, value)));
    text.append(
        String.format(Locale.ROOT, "expected calibration error  %.4f%n", expectedCalibrationError));
    text.append(String.format(Locale.ROOT, "log loss                    %.4f%n", logLoss));
    text.append(String.format(Locale.ROOT, "temperature that fits best  %.4f%n", temperature));
    if (unscored > 0) {
      text.append(unscored).append(" pairs have no score\n");
    }
    if (!badRows.isEmpty()) {
      text.append(badRows.size()).append(" rows could not be read\n");
    }
    return text.toString();
  }
}
