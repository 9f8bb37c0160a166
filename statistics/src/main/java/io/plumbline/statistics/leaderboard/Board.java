package io.plumbline.statistics.leaderboard;

import io.plumbline.statistics.report.CsvTable;
import io.plumbline.statistics.report.IntervalBar;
import io.plumbline.statistics.report.LeaderboardPage;
import io.plumbline.statistics.report.MarkdownTable;
import io.plumbline.statistics.report.Table;
import io.plumbline.statistics.report.TextTable;
import io.plumbline.statistics.report.WinMatrix;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A leaderboard that is computed and ready to be shown, wherever that is.
 *
 * @param rows one document per model, best first: {@code model}, numbers under the field's own
 *     names, null where there is none, intervals as {@code lower}, {@code upper} and {@code level},
 *     and {@code notes}
 * @param table what people read
 * @param bars intervals by model, in percent
 * @param matrix who beats whom; computed when asked for, may give null
 */
public record Board(
    List<Map<String, Object>> rows,
    Table table,
    List<IntervalBar> bars,
    Supplier<WinMatrix> matrix) {

  /** An aligned table for a terminal. */
  public String text() {
    return TextTable.of(table);
  }

  /** Comma-separated values in full precision. */
  public String csv() {
    return CsvTable.of(table);
  }

  public String markdown() {
    return MarkdownTable.of(table);
  }

  /** A page that needs nothing else, with interval plot and win matrix. */
  public String html() {
    return LeaderboardPage.of(table, bars, matrix.get());
  }
}
