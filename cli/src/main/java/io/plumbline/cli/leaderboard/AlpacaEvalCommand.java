package io.plumbline.cli.leaderboard;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.statistics.leaderboard.alpacaeval.AlpacaEvalBoard;
import io.plumbline.statistics.leaderboard.alpacaeval.AlpacaEvalEntry;
import io.plumbline.statistics.leaderboard.alpacaeval.Annotation;
import io.plumbline.statistics.leaderboard.alpacaeval.AnnotationReader;
import io.plumbline.statistics.leaderboard.alpacaeval.CorrectedLeaderboard;
import io.plumbline.statistics.leaderboard.alpacaeval.NullSelector;
import io.plumbline.statistics.leaderboard.alpacaeval.PairedWinMatrix;
import io.plumbline.statistics.leaderboard.alpacaeval.ParityLeaderboard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline leaderboard alpaca-eval}: AlpacaEval 2 from its annotation files. */
@Command(
    name = "alpaca-eval",
    description = "AlpacaEval 2 win rates, plain and length-controlled, from annotation files.",
    mixinStandardHelpOptions = true)
final class AlpacaEvalCommand implements Callable<Integer> {
  @Option(
      names = "--annotations",
      required = true,
      arity = "1..*",
      paramLabel = "F",
      description = "AlpacaEval's annotations.json files, one or several, .gz too.")
  private List<Path> annotations;

  @Option(
      names = "--mode",
      paramLabel = "parity|corrected",
      description = "The published number with its quirks, or the corrected one (default).")
  private LeaderboardMode mode = LeaderboardMode.CORRECTED;

  @Option(
      names = "--instruction-difficulty",
      paramLabel = "F",
      description = "instruction_difficulty.csv; default: looked for beside the annotations.")
  private Path instructionDifficulty;

  @Option(
      names = "--gamed-baselines",
      paramLabel = "F",
      description = "df_gamed.csv; default: looked for beside the annotations.")
  private Path gamedBaselines;

  @Option(
      names = "--baseline",
      paramLabel = "M",
      description = "The model compared against; default: the one that most rows share.")
  private String baseline;

  @Option(
      names = "--null-selectors",
      description = "Adds rows that pick the longest or a random output of the pool per prompt.")
  private boolean nullSelectors;

  @Mixin private ResamplingOptions resampling;
  @Mixin private LeaderboardOutput output;

  @Override
  public Integer call() {
    List<List<Annotation>> files =
        annotations.stream().map(file -> TextFile.read(file, AnnotationReader::read)).toList();
    AlpacaEvalTables tables =
        AlpacaEvalTables.find(annotations, gamedBaselines, instructionDifficulty);
    List<AlpacaEvalEntry> entries = new ArrayList<>();
    try {
      entries.addAll(
          mode == LeaderboardMode.PARITY ? parity(files, tables) : corrected(files, tables));
    } catch (IllegalArgumentException refused) {
      throw new UsageException(refused.getMessage(), refused);
    }
    output.print(
        AlpacaEvalBoard.of(
            entries, mode == LeaderboardMode.PARITY, () -> PairedWinMatrix.of(files, baseline)));
    return 0;
  }

  private List<AlpacaEvalEntry> parity(List<List<Annotation>> files, AlpacaEvalTables tables) {
    if (nullSelectors) {
      throw new UsageException("--null-selectors is for --mode corrected: the peer has none");
    }
    ParityLeaderboard leaderboard = new ParityLeaderboard(tables.gamed());
    return files.stream().map(leaderboard::entry).toList();
  }

  private List<AlpacaEvalEntry> corrected(List<List<Annotation>> files, AlpacaEvalTables tables) {
    return new CorrectedLeaderboard(
            resampling.bootstrap(1000, 0.95), tables.gamed(), tables.difficulty(), baseline)
        .entries(
            files,
            nullSelectors ? EnumSet.allOf(NullSelector.class) : EnumSet.noneOf(NullSelector.class));
  }
}
