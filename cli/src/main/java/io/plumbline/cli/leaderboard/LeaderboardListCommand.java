package io.plumbline.cli.leaderboard;

import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import io.plumbline.statistics.report.Column;
import io.plumbline.statistics.report.Table;
import io.plumbline.statistics.report.TextTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plumbline leaderboard list}: what judge-service keeps. */
@Command(
    name = "list",
    description = "Lists the leaderboards that judge-service keeps, newest first.",
    mixinStandardHelpOptions = true)
final class LeaderboardListCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private OutputOptions output;

  /** One leaderboard as it is listed. */
  record Row(
      String name,
      String kind,
      String baseline,
      long publications,
      long judgments,
      String created) {}

  @Override
  public Integer call() {
    List<Row> rows;
    try (LeaderboardClient client = new LeaderboardClient(service.connect(ServiceKind.JUDGE))) {
      rows = client.all().stream().map(LeaderboardListCommand::row).toList();
    }
    output.print(rows, () -> rows.isEmpty() ? "no leaderboard yet" : TextTable.of(table(rows)));
    return 0;
  }

  private static Row row(Leaderboard board) {
    return new Row(
        board.getSpec().getName(),
        kind(board),
        board.getSpec().getBaseline(),
        board.getVersion(),
        board.getJudgments(),
        Instant.ofEpochSecond(board.getCreated().getSeconds()).toString());
  }

  private static String kind(Leaderboard board) {
    return board
        .getSpec()
        .getKind()
        .name()
        .substring("LEADERBOARD_KIND_".length())
        .toLowerCase(Locale.ROOT)
        .replace('_', '-');
  }

  private static Table table(List<Row> rows) {
    return new Table(
        "Leaderboards",
        List.of(
            Column.text("name"),
            Column.text("kind"),
            Column.text("baseline"),
            Column.number("publications", 0),
            Column.number("judgments", 0),
            Column.text("created")),
        rows.stream()
            .map(
                row ->
                    List.<Object>of(
                        row.name(),
                        row.kind(),
                        row.baseline(),
                        row.publications(),
                        row.judgments(),
                        row.created()))
            .toList(),
        List.of());
  }
}
