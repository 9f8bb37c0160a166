package io.plumbline.cli.leaderboard;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.leaderboard.arenahard.BattleReader;
import io.plumbline.statistics.leaderboard.arenahard.BattleWinMatrix;
import io.plumbline.statistics.leaderboard.arenahard.Battles;
import io.plumbline.statistics.leaderboard.pairwise.PairwiseBoard;
import io.plumbline.statistics.leaderboard.pairwise.PairwiseLeaderboard;
import io.plumbline.statistics.leaderboard.pairwise.PairwiseMethod;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline leaderboard pairwise}: any battles, rated by one of the field's methods. */
@Command(
    name = "pairwise",
    description = "Ratings from your own battles: Bradley-Terry, Elo, Glicko-2 and others.",
    mixinStandardHelpOptions = true)
final class PairwiseCommand implements Callable<Integer> {
  @Option(
      names = "--battles",
      required = true,
      paramLabel = "F",
      description = "CSV or JSONL with question_id, model_a, model_b and winner, .gz too.")
  private Path battlesFile;

  @Option(
      names = "--method",
      paramLabel = "M",
      converter = PairwiseMethodConverter.class,
      description = {
        "bradley-terry (default), davidson (ties have their own probability), plackett-luce, elo",
        "or glicko2."
      })
  private PairwiseMethod method = PairwiseMethod.BRADLEY_TERRY;

  @Mixin private ResamplingOptions resampling;
  @Mixin private LeaderboardOutput output;

  @Override
  public Integer call() {
    Battles battles = TextFile.read(battlesFile, BattleReader::read);
    Bootstrap bootstrap = resampling.bootstrap(1000, 0.95);
    try {
      output.print(
          PairwiseBoard.of(
              new PairwiseLeaderboard(method, bootstrap).entries(battles),
              method,
              bootstrap.level(),
              () -> BattleWinMatrix.of(battles)));
    } catch (ArithmeticException refused) {
      throw new UsageException(battlesFile + ": " + refused.getMessage(), refused);
    }
    return 0;
  }
}
