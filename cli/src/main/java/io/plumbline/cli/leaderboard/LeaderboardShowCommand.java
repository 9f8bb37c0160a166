package io.plumbline.cli.leaderboard;

import io.plumbline.api.v1alpha1.ExportLeaderboardRequest;
import io.plumbline.api.v1alpha1.LeaderboardOptions;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline leaderboard show}: a leaderboard that judge-service keeps. */
@Command(
    name = "show",
    description = "Shows a leaderboard that judge-service keeps, in any format.",
    mixinStandardHelpOptions = true)
final class LeaderboardShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The leaderboard.")
  private String name;

  @Option(
      names = "--mode",
      paramLabel = "parity|corrected",
      description = "The published number with its quirks, or the corrected one (default).")
  private LeaderboardMode mode = LeaderboardMode.CORRECTED;

  @Option(
      names = "--method",
      paramLabel = "M",
      description = {
        "arena-hard: v0.1 (default) or v2; pairwise: bradley-terry (default), davidson,",
        "plackett-luce, elo or glicko2."
      })
  private String method = "";

  @Option(
      names = "--level",
      paramLabel = "P",
      description = "Coverage of the intervals, between 0 and 1; default as at the prompt.")
  private double level;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Resamples; default as at the prompt.")
  private int rounds;

  @Option(names = "--seed", paramLabel = "N", description = "Seed; default 42.")
  private long seed;

  @Mixin private ServiceOptions service;
  @Mixin private LeaderboardOutput output;

  @Override
  public Integer call() {
    ExportLeaderboardRequest request =
        ExportLeaderboardRequest.newBuilder()
            .setName(name)
            .setFormat(output.format().name().toLowerCase(Locale.ROOT))
            .setOptions(
                LeaderboardOptions.newBuilder()
                    .setMode(
                        mode == LeaderboardMode.PARITY
                            ? io.plumbline.api.v1alpha1.LeaderboardMode.LEADERBOARD_MODE_PARITY
                            : io.plumbline.api.v1alpha1.LeaderboardMode.LEADERBOARD_MODE_CORRECTED)
                    .setMethod(method)
                    .setLevel(level)
                    .setRounds(rounds)
                    .setSeed(seed))
            .build();
    try (LeaderboardClient client = new LeaderboardClient(service.connect(ServiceKind.JUDGE))) {
      output.print(client.call(stub -> stub.exportLeaderboard(request)).getDocument());
    }
    return 0;
  }
}
