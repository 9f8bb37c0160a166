package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.leaderboard.Board;
import io.plumbline.statistics.leaderboard.RowDocument;
import io.plumbline.statistics.report.Column;
import io.plumbline.statistics.report.IntervalBar;
import io.plumbline.statistics.report.Table;
import io.plumbline.statistics.report.WinMatrix;
import java.util.ArrayList;
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

  /** Without null judges, which need the answers' lengths. */
  public static Board of(
      List<ArenaHardEntry> entries,
      String scoring,
      double level,
      boolean parity,
      Supplier<WinMatrix> matrix) {
    return of(entries, scoring, level, parity, BattleNullJudges.NONE, matrix);
  }

  /**
   * @param scoring what the title says of how scores were computed: v0.1, v2 or style control
   */
  public static Board of(
      List<ArenaHardEntry> entries,
      String scoring,
      double level,
      boolean parity,
      BattleNullJudges nullJudges,
      Supplier<WinMatrix> matrix) {
    return new Board(
        entries.stream().map(entry -> document(entry, level, parity, nullJudges)).toList(),
        table(entries, scoring, level, parity, nullJudges),
        entries.stream()
            .map(
                entry ->
                    new IntervalBar(
                        entry.model(),
                        new Interval(entry.score(), entry.lower(), entry.upper(), level)))
            .toList(),
        matrix);
  }

  private static Map<String, Object> document(
      ArenaHardEntry entry, double level, boolean parity, BattleNullJudges nullJudges) {
    return new RowDocument(entry.model())
        .number("score", entry.score())
        .number("rating_q025", entry.lower())
        .number("rating_q975", entry.upper())
        .number("level", level)
        .count("battles", entry.battles())
        .numbers("null_judges", nullJudges.rates().getOrDefault(entry.model(), Map.of()))
        .text("mode", parity ? "parity" : "corrected")
        .notes(entry.notes());
  }

  private static Table table(
      List<ArenaHardEntry> entries,
      String scoring,
      double level,
      boolean parity,
      BattleNullJudges nullJudges) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("model"),
                Column.number("score", 2),
                Column.number("lower", 2),
                Column.number("upper", 2),
                Column.number("battles", 0)));
    boolean withNullJudges = !nullJudges.rates().isEmpty();
    if (withNullJudges) {
      columns.add(Column.number("null judge: longer", 2));
      columns.add(Column.number("null judge: shorter", 2));
    }
    return new Table(
        "Arena-Hard " + scoring + (parity ? ", as published (parity)" : ", corrected"),
        columns,
        entries.stream().map(entry -> row(entry, withNullJudges, nullJudges)).toList(),
        Stream.concat(
                Stream.of("intervals cover %.0f %%".formatted(100 * level)),
                entries.stream().flatMap(entry -> entry.notes().stream()).distinct())
            .toList());
  }

  private static List<Object> row(
      ArenaHardEntry entry, boolean withNullJudges, BattleNullJudges nullJudges) {
    List<Object> row = new ArrayList<>();
    row.add(entry.model());
    row.add(entry.score());
    row.add(entry.lower());
    row.add(entry.upper());
    row.add(entry.battles());
    if (withNullJudges) {
      Map<String, Double> rates = nullJudges.rates().getOrDefault(entry.model(), Map.of());
      row.add(rates.get("longer"));
      row.add(rates.get("shorter"));
    }
    return row;
  }
}
