package io.plumbline.cli.leaderboard;

import io.plumbline.cli.output.JsonInterval;
import io.plumbline.statistics.leaderboard.alpacaeval.AlpacaEvalEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A row of the AlpacaEval leaderboard in JSON, with AlpacaEval's own names; null for no value. */
record AlpacaEvalRow(
    String model,
    Double winRate,
    Double standardError,
    Double discreteWinRate,
    Double lengthControlledWinrate,
    Double lcStandardError,
    int nTotal,
    int avgLength,
    int nExcluded,
    int nDuplicates,
    JsonInterval winRateInterval,
    JsonInterval lengthControlledInterval,
    Map<String, Double> nullJudges,
    String mode,
    List<String> notes) {

  static AlpacaEvalRow of(AlpacaEvalEntry entry, LeaderboardMode mode) {
    Map<String, Double> nullJudges = new TreeMap<>();
    entry
        .nullJudges()
        .forEach(
            (judge, rate) ->
                nullJudges.put(judge.name().toLowerCase(Locale.ROOT), JsonInterval.finite(rate)));
    return new AlpacaEvalRow(
        entry.model(),
        JsonInterval.finite(entry.winRate()),
        JsonInterval.finite(entry.standardError()),
        JsonInterval.finite(entry.discreteWinRate()),
        JsonInterval.finite(entry.lengthControlledWinRate()),
        JsonInterval.finite(entry.lengthControlledStandardError()),
        entry.total(),
        entry.averageLength(),
        entry.excluded(),
        entry.duplicates(),
        JsonInterval.of(entry.winRateInterval()),
        JsonInterval.of(entry.lengthControlledInterval()),
        nullJudges,
        mode.name().toLowerCase(Locale.ROOT),
        entry.notes());
  }
}
