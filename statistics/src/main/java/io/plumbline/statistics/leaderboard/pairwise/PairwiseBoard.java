package io.plumbline.statistics.leaderboard.pairwise;

import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.leaderboard.Board;
import io.plumbline.statistics.leaderboard.RowDocument;
import io.plumbline.statistics.report.Column;
import io.plumbline.statistics.report.IntervalBar;
import io.plumbline.statistics.report.Table;
import io.plumbline.statistics.report.WinMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A leaderboard of any battles, by falling rating. */
public final class PairwiseBoard {
  private PairwiseBoard() {}

  public static Board of(
      List<PairwiseEntry> entries,
      PairwiseMethod method,
      double level,
      Supplier<WinMatrix> matrix) {
    return new Board(
        entries.stream().map(entry -> document(entry, method, level)).toList(),
        table(entries, method, level),
        entries.stream()
            .map(
                entry ->
                    new IntervalBar(
                        entry.model(),
                        new Interval(entry.rating(), entry.lower(), entry.upper(), level)))
            .toList(),
        matrix);
  }

  private static Map<String, Object> document(
      PairwiseEntry entry, PairwiseMethod method, double level) {
    return new RowDocument(entry.model())
        .number("rating", entry.rating())
        .number("lower", entry.lower())
        .number("upper", entry.upper())
        .number("level", level)
        .number("win_rate", entry.winRate())
        .count("battles", entry.battles())
        .text("method", method.name().toLowerCase(Locale.ROOT))
        .notes(entry.notes());
  }

  private static Table table(List<PairwiseEntry> entries, PairwiseMethod method, double level) {
    return new Table(
        "Battles, " + method.title(),
        List.of(
            Column.text("model"),
            Column.number("rating", 1),
            Column.number("lower", 1),
            Column.number("upper", 1),
            Column.number("win rate", 2),
            Column.number("battles", 0)),
        entries.stream()
            .map(
                entry ->
                    Arrays.<Object>asList(
                        entry.model(),
                        entry.rating(),
                        entry.lower(),
                        entry.upper(),
                        entry.winRate(),
                        entry.battles()))
            .toList(),
        Stream.concat(
                Stream.of("intervals cover %.0f %%".formatted(100 * level)),
                entries.stream().flatMap(entry -> entry.notes().stream()).distinct())
            .toList());
  }
}
