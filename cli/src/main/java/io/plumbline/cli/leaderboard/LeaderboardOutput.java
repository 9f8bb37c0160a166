package io.plumbline.cli.leaderboard;

import io.plumbline.cli.output.Json;
import io.plumbline.statistics.leaderboard.Board;
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

  /** Prints a computed leaderboard; its win matrix is computed only for the page. */
  void print(Board board) {
    String rendered =
        switch (format) {
          case TEXT -> board.text();
          case JSON -> Json.pretty(board.rows());
          case CSV -> board.csv();
          case MARKDOWN -> board.markdown();
          case HTML -> board.html();
        };
    print(rendered);
  }

  /** Prints what a service has rendered. */
  void print(String rendered) {
    command.commandLine().getOut().println(rendered.stripTrailing());
    command.commandLine().getOut().flush();
  }

  LeaderboardFormat format() {
    return format;
  }
}
