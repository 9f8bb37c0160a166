package io.plumbline.cli.leaderboard;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardBoard;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardCorrected;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardEntry;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardParity;
import io.plumbline.statistics.leaderboard.arenahard.BattleNullJudges;
import io.plumbline.statistics.leaderboard.arenahard.BattleReader;
import io.plumbline.statistics.leaderboard.arenahard.BattleWinMatrix;
import io.plumbline.statistics.leaderboard.arenahard.Battles;
import io.plumbline.statistics.leaderboard.arenahard.JudgmentChoice;
import io.plumbline.statistics.leaderboard.arenahard.MeanScore;
import io.plumbline.statistics.leaderboard.arenahard.StyleControl;
import io.plumbline.statistics.leaderboard.arenahard.StyleGroup;
import io.plumbline.statistics.leaderboard.arenahard.StyledBattles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code plumbline leaderboard arena-hard}: Arena-Hard from its battles. */
@Command(
    name = "arena-hard",
    description = "Arena-Hard scores against the baseline, from battles.",
    mixinStandardHelpOptions = true)
final class ArenaHardCommand implements Callable<Integer> {
  @Option(
      names = "--battles",
      required = true,
      paramLabel = "F",
      description = {
        "CSV or JSONL with question_id, model_a, model_b and winner, or Arena-Hard's own judgment",
        "file (uid or question_id, model, games); .gz too."
      })
  private Path battlesFile;

  @Option(
      names = "--baseline",
      paramLabel = "M",
      description = "Default: gpt-4-0314, or else the model that is in every battle.")
  private String baseline;

  @Option(
      names = "--mode",
      paramLabel = "parity|corrected",
      description = "The published number with its quirks, or the corrected one (default).")
  private LeaderboardMode mode = LeaderboardMode.CORRECTED;

  @Option(
      names = "--category",
      paramLabel = "C",
      description = "Which category of a v2 judgment file, where it holds several.")
  private String category;

  @Option(
      names = "--scoring",
      paramLabel = "v0.1|v2",
      converter = VersionConverter.class,
      description = "Bradley-Terry scores (v0.1, default) or mean scores (v2).")
  private ArenaHardVersion version = ArenaHardVersion.V0_1;

  @Option(
      names = "--answers",
      arity = "1..*",
      paramLabel = "F",
      description =
          "The models' answer files: Bradley-Terry scores with length, headers, lists and bold held"
              + " constant. --baseline must name the baseline.")
  private List<Path> answers;

  @Option(
      names = "--control",
      paramLabel = "all|length|markdown",
      description = "With --answers: which styles are held constant; default all.")
  private StyleGroup control = StyleGroup.ALL;

  @Mixin private ResamplingOptions resampling;
  @Mixin private LeaderboardOutput output;

  @Override
  public Integer call() {
    boolean parity = mode == LeaderboardMode.PARITY;
    if (answers != null) {
      return styleControlled(parity);
    }
    JudgmentChoice choice = new JudgmentChoice(baseline, category);
    Battles battles =
        TextFile.read(battlesFile, (reader, source) -> BattleReader.read(reader, source, choice));
    Bootstrap bootstrap =
        resampling.bootstrap(
            parity ? 100 : 1000, parity && version == ArenaHardVersion.V2 ? 0.9 : 0.95);
    List<ArenaHardEntry> entries;
    try {
      entries = entries(battles, bootstrap, parity);
    } catch (IllegalArgumentException refused) {
      throw new UsageException(refused.getMessage(), refused);
    }
    output.print(
        ArenaHardBoard.of(
            entries,
            version.toString(),
            bootstrap.level(),
            parity,
            () -> BattleWinMatrix.of(battles)));
    return 0;
  }

  private int styleControlled(boolean parity) {
    if (baseline == null) {
      throw new UsageException("--answers needs --baseline, the model compared against");
    }
    if (parity && control != StyleGroup.ALL) {
      throw new UsageException(
          "with one of its two groups of styles the peer fits the wrong columns, and its numbers"
              + " mean nothing; use --control all or --mode corrected");
    }
    StyledBattleCollector collector =
        new StyledBattleCollector(AnswerStyles.read(answers), baseline);
    TextFile.read(
        battlesFile,
        (reader, source) -> {
          BattleReader.forEach(reader, source, new JudgmentChoice(baseline, category), collector);
          return collector;
        });
    int left = collector.withoutAnswer() + collector.rejected();
    if (parity && left > 0) {
      throw new UsageException(
          "%d battles lack an answer and %d rows cannot be used, where the peer stops; use --mode corrected"
              .formatted(collector.withoutAnswer(), collector.rejected()));
    }
    Bootstrap bootstrap = resampling.bootstrap(parity ? 100 : 1000, parity ? 0.9 : 0.95);
    try {
      StyleControl.Result result =
          new StyleControl(bootstrap.rounds(), bootstrap.level(), bootstrap.seed(), !parity)
              .fit(StyledBattles.of(collector.battles(), parity).holding(control), baseline);
      String note =
          "style coefficients: length %.3f, headers %.3f, lists %.3f, bold %.3f; %d battles without both answers, %d unusable rows and %d games without a verdict left out"
              .formatted(
                  result.coefficients()[0],
                  result.coefficients()[1],
                  result.coefficients()[2],
                  result.coefficients()[3],
                  collector.withoutAnswer(),
                  collector.rejected(),
                  collector.unjudgedGames());
      BattleNullJudges nullJudges = BattleNullJudges.of(collector.battles(), bootstrap);
      output.print(
          ArenaHardBoard.of(
              result.entries().stream()
                  .map(entry -> nullJudges.noted(entry.withNote(note)))
                  .toList(),
              "style control",
              bootstrap.level(),
              parity,
              nullJudges,
              () -> BattleWinMatrix.of(collector.plain())));
    } catch (IllegalArgumentException refused) {
      throw new UsageException(refused.getMessage(), refused);
    }
    return 0;
  }

  private List<ArenaHardEntry> entries(Battles battles, Bootstrap bootstrap, boolean parity) {
    if (version == ArenaHardVersion.V2) {
      return new MeanScore(bootstrap, !parity).entries(battles, baseline);
    }
    return parity
        ? new ArenaHardParity(bootstrap).entries(battles, baseline)
        : new ArenaHardCorrected(bootstrap).entries(battles, baseline);
  }

  static final class VersionConverter implements ITypeConverter<ArenaHardVersion> {
    @Override
    public ArenaHardVersion convert(String value) {
      return switch (value) {
        case "v0.1" -> ArenaHardVersion.V0_1;
        case "v2", "v2.0" -> ArenaHardVersion.V2;
        default -> throw new TypeConversionException("'" + value + "' is neither v0.1 nor v2");
      };
    }
  }
}
