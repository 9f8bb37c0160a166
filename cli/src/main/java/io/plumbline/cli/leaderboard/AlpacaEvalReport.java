package io.plumbline.cli.leaderboard;

import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.leaderboard.alpacaeval.AlpacaEvalEntry;
import io.plumbline.statistics.leaderboard.alpacaeval.NullJudge;
import io.plumbline.statistics.report.Column;
import io.plumbline.statistics.report.IntervalBar;
import io.plumbline.statistics.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The AlpacaEval leaderboard as people read it. */
final class AlpacaEvalReport {
  private static final double NORMAL_95 = 1.959963984540054;

  private AlpacaEvalReport() {}

  static Table table(List<AlpacaEvalEntry> entries, LeaderboardMode mode) {
    List<List<Object>> rows = new ArrayList<>();
    for (AlpacaEvalEntry entry : entries) {
      rows.add(
          Arrays.asList(
              entry.model(),
              entry.lengthControlledWinRate(),
              entry.lengthControlledStandardError(),
              entry.winRate(),
              entry.standardError(),
              entry.discreteWinRate(),
              entry.total(),
              entry.averageLength(),
              entry.nullJudges().get(NullJudge.LONGER),
              entry.nullJudges().get(NullJudge.SHORTER)));
    }
    return new Table(
        mode == LeaderboardMode.PARITY
            ? "AlpacaEval 2, as published (parity)"
            : "AlpacaEval 2, corrected",
        List.of(
            Column.text("model"),
            Column.number("length-controlled win rate", 2),
            Column.number("standard error", 2),
            Column.number("win rate", 2),
            Column.number("standard error", 2),
            Column.number("discrete", 2),
            Column.number("judgments", 0),
            Column.number("mean length", 0),
            Column.number("null judge: longer", 2),
            Column.number("null judge: shorter", 2)),
        rows,
        notes(entries));
  }

  static List<IntervalBar> bars(List<AlpacaEvalEntry> entries) {
    List<IntervalBar> bars = new ArrayList<>();
    for (AlpacaEvalEntry entry : entries) {
      Interval interval = entry.lengthControlledInterval();
      if (interval == null && !Double.isNaN(entry.standardError())) {
        double half = NORMAL_95 * entry.standardError();
        interval =
            new Interval(entry.winRate(), entry.winRate() - half, entry.winRate() + half, 0.95);
      }
      if (interval != null) {
        bars.add(new IntervalBar(entry.model(), interval));
      }
    }
    return bars;
  }

  /** Each note once, with the models that it is about. */
  private static List<String> notes(List<AlpacaEvalEntry> entries) {
    Map<String, List<String>> models = new LinkedHashMap<>();
    for (AlpacaEvalEntry entry : entries) {
      for (String note : entry.notes()) {
        models.computeIfAbsent(note, key -> new ArrayList<>()).add(entry.model());
      }
    }
    List<String> notes = new ArrayList<>();
    models.forEach(
        (note, names) ->
            notes.add(
                (names.size() == entries.size() && names.size() > 1
                        ? "all models"
                        : String.join(", ", names))
                    + ": "
                    + note));
    return notes;
  }
}
