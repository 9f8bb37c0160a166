package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.leaderboard.Board;
import io.plumbline.statistics.leaderboard.RowDocument;
import io.plumbline.statistics.leaderboard.SharedNotes;
import io.plumbline.statistics.report.Column;
import io.plumbline.statistics.report.IntervalBar;
import io.plumbline.statistics.report.Table;
import io.plumbline.statistics.report.WinMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The AlpacaEval leaderboard under AlpacaEval's own names, by falling length-controlled rate. */
public final class AlpacaEvalBoard {
  private static final double NORMAL_95 = 1.959963984540054;

  private AlpacaEvalBoard() {}

  public static Board of(
      List<AlpacaEvalEntry> unsorted, boolean parity, Supplier<WinMatrix> matrix) {
    List<AlpacaEvalEntry> entries = new ArrayList<>(unsorted);
    // NaN sorts above every number, so that rows without a rate would come first.
    entries.sort(
        Comparator.comparingDouble(
            entry ->
                Double.isNaN(entry.lengthControlledWinRate())
                    ? 1000 - orZero(entry.winRate())
                    : -entry.lengthControlledWinRate()));
    return new Board(
        entries.stream().map(entry -> document(entry, parity)).toList(),
        table(entries, parity),
        bars(entries),
        matrix);
  }

  private static Map<String, Object> document(AlpacaEvalEntry entry, boolean parity) {
    Map<String, Double> nullJudges = new TreeMap<>();
    entry
        .nullJudges()
        .forEach((judge, rate) -> nullJudges.put(judge.name().toLowerCase(Locale.ROOT), rate));
    return new RowDocument(entry.model())
        .number("win_rate", entry.winRate())
        .number("standard_error", entry.standardError())
        .number("discrete_win_rate", entry.discreteWinRate())
        .number("length_controlled_winrate", entry.lengthControlledWinRate())
        .number("lc_standard_error", entry.lengthControlledStandardError())
        .count("n_total", entry.total())
        .count("avg_length", entry.averageLength())
        .count("n_excluded", entry.excluded())
        .count("n_duplicates", entry.duplicates())
        .interval("win_rate_interval", entry.winRateInterval())
        .interval("length_controlled_interval", entry.lengthControlledInterval())
        .numbers("null_judges", nullJudges)
        .text("mode", parity ? "parity" : "corrected")
        .notes(entry.notes());
  }

  private static Table table(List<AlpacaEvalEntry> entries, boolean parity) {
    List<List<Object>> rows = new ArrayList<>();
    Map<String, List<String>> notes = new LinkedHashMap<>();
    for (AlpacaEvalEntry entry : entries) {
      notes.put(entry.model(), entry.notes());
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
        parity ? "AlpacaEval 2, as published (parity)" : "AlpacaEval 2, corrected",
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
        SharedNotes.of(notes));
  }

  private static List<IntervalBar> bars(List<AlpacaEvalEntry> entries) {
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

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
