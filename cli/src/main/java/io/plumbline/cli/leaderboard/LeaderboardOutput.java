package io.plumbline.cli.leaderboard;

import io.plumbline.cli.output.Json;
import io.plumbline.statistics.report.CsvTable;
import io.plumbline.statistics.report.IntervalBar;
import io.plumbline.statistics.report.LeaderboardPage;
import io.plumbline.statistics.report.MarkdownTable;
import io.plumbline.statistics.report.Table;
import io.plumbline.statistics.report.TextTable;
import io.plumbline.statistics.report.WinMatrix;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code -o} of every leaderboard. */
final class LeaderboardOutput {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "How the result is printed: ${COMPLETION-CANDIDATES}; default text.")
  private LeaderboardFormat format = LeaderboardFormat.TEXT;

  /**
   * @param rows what JSON holds
   * @param table what people read
   * @param matrix computed only for the page; may give null
   */
  void print(List<?> rows, Table table, List<IntervalBar> bars, Supplier<WinMatrix> matrix) {
    String rendered =
        switch (format) {
          case TEXT -> TextTable.of(table);
          case JSON -> Json.pretty(rows);
          case CSV -> CsvTable.of(table);
          case MARKDOWN -> MarkdownTable.of(table);
          case HTML -> LeaderboardPage.of(table, bars, matrix.get());
        };
    command.commandLine().getOut().println(rendered.stripTrailing());
    command.commandLine().getOut().flush();
  }
}
