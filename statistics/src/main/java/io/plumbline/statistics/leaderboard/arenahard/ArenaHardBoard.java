package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.leaderboard.Board;
import io.plumbline.statistics.leaderboard.RowDocument;
import io.plumbline.statistics.report.Column;
import io.plumbline.statistics.report.IntervalBar;
import io.plumbline.statistics.report.Table;
import io.plumbline.statistics.report.WinMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The Arena-Hard leaderboard under Arena-Hard's own names: {@code rating_q025} and {@code
 * rating_q975} are the interval's bounds, 2.5 and 97.5 percentiles unless {@code level} says
 * otherwise.
 */
public final class ArenaHardBoard {
  private ArenaHardBoard() {}

  /**
   * @param scoring what the title says of how scores were computed: v0.1, v2 or style control
   */
  public static Board of(
      List<ArenaHardEntry> entries,
      String scoring,
      double level,
      boolean parity,
      Supplier<WinMatrix> matrix) {
    return new Board(
        entries.stream().map(entry -> document(entry, level, parity)).toList(),
        table(entries, scoring, level, parity),
        entries.stream()
            .map(
                entry ->
                    new IntervalBar(
                        entry.model(),
                        new Interval(entry.score(), entry.lower(), entry.upper(), level)))
            .toList(),
        matrix);
  }

  private static Map<String, Object> document(ArenaHardEntry entry, double level, boolean parity) {
    return new RowDocument(entry.model())
        .number("score", entry.score())
        .number("rating_q025", entry.lower())
        .number("rating_q975", entry.upper())
        .number("level", level)
        .count("battles", entry.battles())
        .text("mode", parity ? "parity" : "corrected")
        .notes(entry.notes());
  }

  private static Table table(
      List<ArenaHardEntry> entries, String scoring, double level, boolean parity) {
    return new Table(
        "Arena-Hard " + scoring + (parity ? ", as published (parity)" : ", corrected"),
        List.of(
            Column.text("model"),
            Column.number("score", 2),
            Column.number("lower", 2),
            Column.number("upper", 2),
            Column.number("battles", 0)),
        entries.stream()
            .map(
                entry ->
                    Arrays.<Object>asList(
                        entry.model(),
                        entry.score(),
                        entry.lower(),
                        entry.upper(),
                        entry.battles()))
            .toList(),
        Stream.concat(
                Stream.of("intervals cover %.0f %%".formatted(100 * level)),
                entries.stream().flatMap(entry -> entry.notes().stream()).distinct())
            .toList());
  }
}
