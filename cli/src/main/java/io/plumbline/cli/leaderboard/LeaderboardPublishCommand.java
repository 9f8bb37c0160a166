package io.plumbline.cli.leaderboard;

import io.plumbline.api.v1alpha1.CreateLeaderboardRequest;
import io.plumbline.api.v1alpha1.LeaderboardKind;
import io.plumbline.api.v1alpha1.LeaderboardSpec;
import io.plumbline.api.v1alpha1.Publication;
import io.plumbline.api.v1alpha1.PublishJudgmentsRequest;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline leaderboard publish}: adds judgments to a leaderboard of judge-service. */
@Command(
    name = "publish",
    description = {
      "Adds annotations, battles or a finished run's verdicts to a leaderboard of judge-service,",
      "which is created if it is not there. The same file again adds nothing."
    },
    mixinStandardHelpOptions = true)
final class LeaderboardPublishCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The leaderboard.")
  private String name;

  @Option(
      names = "--kind",
      paramLabel = "K",
      description = {
        "alpaca-eval, arena-hard or pairwise; default alpaca-eval for annotations, pairwise for",
        "verdicts and for battles without --baseline, else arena-hard."
      })
  private String kind;

  @Option(
      names = "--baseline",
      paramLabel = "M",
      description = "The model compared against; default: the one that most judgments share.")
  private String baseline;

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--judge",
      paramLabel = "J",
      description = "Whose verdicts of the run; may be left out where it has one judge.")
  private String judge = "";

  @Option(
      names = "--request-id",
      paramLabel = "ID",
      description = "Names the publication; default: the digest of what is published.")
  private String requestId;

  @Mixin private ServiceOptions service;
  @Mixin private OutputOptions output;

  /** Where the judgments come from. */
  static final class Source {
    @Option(
        names = "--annotations",
        arity = "1..*",
        paramLabel = "F",
        description = "AlpacaEval's annotations.json files, .gz too.")
    List<Path> annotations;

    @Option(
        names = "--battles",
        paramLabel = "F",
        description = "Battles or Arena-Hard's judgment files, as of leaderboard arena-hard.")
    Path battles;

    @Option(names = "--evaluation", paramLabel = "ID", description = "A run that SUCCEEDED.")
    String evaluation;
  }

  /** What was published. */
  record Row(
      String leaderboard, String requestId, long judgments, long excluded, List<String> leftOut) {}

  @Override
  public Integer call() {
    List<Publishable> parts = parts();
    List<Row> rows = new ArrayList<>();
    try (LeaderboardClient client = new LeaderboardClient(service.connect(ServiceKind.JUDGE))) {
      if (client.all().stream().noneMatch(board -> board.getSpec().getName().equals(name))) {
        CreateLeaderboardRequest create =
            CreateLeaderboardRequest.newBuilder().setSpec(spec()).build();
        client.call(stub -> stub.createLeaderboard(create));
      }
      for (int number = 0; number < parts.size(); number++) {
        Publishable part = parts.get(number);
        PublishJudgmentsRequest request = part.request(name, requestId, number);
        Publication published = client.call(stub -> stub.publishJudgments(request));
        rows.add(
            new Row(
                published.getLeaderboard(),
                published.getRequestId(),
                published.getJudgments(),
                published.getExcluded(),
                part.leftOut()));
      }
    }
    output.print(rows, () -> text(rows));
    return rows.stream().allMatch(row -> row.leftOut().isEmpty()) ? 0 : 2;
  }

  private List<Publishable> parts() {
    if (source.annotations != null) {
      return source.annotations.stream().map(Publishable::annotations).toList();
    }
    return source.battles != null
        ? Publishable.battles(source.battles, baseline)
        : List.of(Publishable.evaluation(source.evaluation, judge));
  }

  private LeaderboardSpec spec() {
    LeaderboardKind chosen = kind();
    LeaderboardSpec.Builder spec = LeaderboardSpec.newBuilder().setName(name).setKind(chosen);
    if (baseline != null) {
      spec.setBaseline(baseline);
    }
    if (source.annotations != null) {
      PublishedTables.add(AlpacaEvalTables.find(source.annotations, null, null), spec);
    }
    return spec.build();
  }

  private LeaderboardKind kind() {
    if (kind == null) {
      return source.annotations != null
          ? LeaderboardKind.LEADERBOARD_KIND_ALPACA_EVAL
          : baseline == null
              ? LeaderboardKind.LEADERBOARD_KIND_PAIRWISE
              : LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD;
    }
    return switch (kind) {
      case "alpaca-eval" -> LeaderboardKind.LEADERBOARD_KIND_ALPACA_EVAL;
      case "arena-hard" -> LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD;
      case "pairwise" -> LeaderboardKind.LEADERBOARD_KIND_PAIRWISE;
      default ->
          throw new UsageException(
              "--kind is '" + kind + "', must be alpaca-eval, arena-hard or pairwise");
    };
  }

  private static String text(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append(
          "%s: %d judgments%s%n"
              .formatted(
                  row.leaderboard(),
                  row.judgments(),
                  row.excluded() == 0 ? "" : ", " + row.excluded() + " verdicts do not count"));
      row.leftOut().forEach(reason -> text.append("left out: ").append(reason).append('\n'));
    }
    return text.toString();
  }
}
