package io.plumbline.judge.leaderboard;

import io.plumbline.api.v1alpha1.AnnotationRow;
import io.plumbline.api.v1alpha1.BattleRow;
import io.plumbline.api.v1alpha1.GamedBaselineRow;
import io.plumbline.api.v1alpha1.LeaderboardSpec;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.leaderboard.Board;
import io.plumbline.statistics.leaderboard.alpacaeval.AlpacaEvalBoard;
import io.plumbline.statistics.leaderboard.alpacaeval.AlpacaEvalEntry;
import io.plumbline.statistics.leaderboard.alpacaeval.Annotation;
import io.plumbline.statistics.leaderboard.alpacaeval.CorrectedLeaderboard;
import io.plumbline.statistics.leaderboard.alpacaeval.GamedBaselines;
import io.plumbline.statistics.leaderboard.alpacaeval.InstructionDifficulty;
import io.plumbline.statistics.leaderboard.alpacaeval.PairedWinMatrix;
import io.plumbline.statistics.leaderboard.alpacaeval.ParityLeaderboard;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardBoard;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardCorrected;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardEntry;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardParity;
import io.plumbline.statistics.leaderboard.arenahard.BattleCollector;
import io.plumbline.statistics.leaderboard.arenahard.BattleWinMatrix;
import io.plumbline.statistics.leaderboard.arenahard.Battles;
import io.plumbline.statistics.leaderboard.arenahard.MeanScore;
import io.plumbline.statistics.leaderboard.arenahard.Outcome;
import io.plumbline.statistics.leaderboard.pairwise.PairwiseBoard;
import io.plumbline.statistics.leaderboard.pairwise.PairwiseLeaderboard;
import java.util.List;

/** From stored judgments to a leaderboard: what the prompt does with files. */
record Computation(LeaderboardSpec spec, ComputationOptions options) {

  /**
   * @param payloads one per publication
   * @throws IllegalArgumentException where the number that is asked for would be meaningless
   * @throws ArithmeticException where an estimate does not exist
   */
  Board board(List<byte[]> payloads) {
    return switch (spec.getKind()) {
      case LEADERBOARD_KIND_ALPACA_EVAL -> alpacaEval(payloads);
      case LEADERBOARD_KIND_ARENA_HARD -> arenaHard(battles(payloads));
      default -> pairwise(battles(payloads));
    };
  }

  private Board alpacaEval(List<byte[]> payloads) {
    List<List<Annotation>> files =
        payloads.stream()
            .map(
                bytes ->
                    JudgmentPayload.annotations(bytes).getRowsList().stream()
                        .map(Computation::annotation)
                        .toList())
            .toList();
    GamedBaselines gamed = gamed();
    List<AlpacaEvalEntry> entries =
        options.parity()
            ? files.stream().map(new ParityLeaderboard(gamed)::entry).toList()
            : new CorrectedLeaderboard(options.bootstrap(), gamed, difficulty(gamed), baseline())
                .entries(files);
    return AlpacaEvalBoard.of(
        entries, options.parity(), () -> PairedWinMatrix.of(files, baseline()));
  }

  private Board arenaHard(Battles battles) {
    Bootstrap bootstrap = options.bootstrap();
    String scoring = options.message().getMethod();
    List<ArenaHardEntry> entries;
    if (scoring.equals("v2")) {
      entries = new MeanScore(bootstrap, !options.parity()).entries(battles, baseline());
    } else if (options.parity()) {
      entries = new ArenaHardParity(bootstrap).entries(battles, baseline());
    } else {
      entries = new ArenaHardCorrected(bootstrap).entries(battles, baseline());
    }
    return ArenaHardBoard.of(
        entries, scoring, bootstrap.level(), options.parity(), () -> BattleWinMatrix.of(battles));
  }

  private Board pairwise(Battles battles) {
    return PairwiseBoard.of(
        new PairwiseLeaderboard(options.pairwiseMethod(), options.bootstrap()).entries(battles),
        options.pairwiseMethod(),
        options.bootstrap().level(),
        () -> BattleWinMatrix.of(battles));
  }

  private String baseline() {
    return spec.getBaseline().isEmpty() ? null : spec.getBaseline();
  }

  private GamedBaselines gamed() {
    List<GamedBaselineRow> rows = spec.getGamedBaselinesList();
    return rows.isEmpty()
        ? null
        : new GamedBaselines(
            rows.stream().mapToInt(GamedBaselineRow::getIndex).toArray(),
            rows.stream().mapToDouble(GamedBaselineRow::getStandardLengthDifference).toArray(),
            rows.stream().mapToDouble(GamedBaselineRow::getDifficulty).toArray(),
            rows.stream().mapToDouble(GamedBaselineRow::getPreference).toArray());
  }

  private InstructionDifficulty difficulty(GamedBaselines gamed) {
    if (spec.getInstructionDifficultyCount() > 0) {
      return new InstructionDifficulty(
          spec.getInstructionDifficultyList().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return gamed == null ? null : gamed.difficulties();
  }

  private static Annotation annotation(AnnotationRow row) {
    return new Annotation(
        row.getInstruction(),
        row.getGenerator1(),
        row.getGenerator2(),
        row.hasPreference() ? row.getPreference() : Double.NaN,
        row.hasLength1() ? row.getLength1() : -1,
        row.hasLength2() ? row.getLength2() : -1);
  }

  private static Battles battles(List<byte[]> payloads) {
    BattleCollector collector = new BattleCollector();
    for (byte[] bytes : payloads) {
      for (BattleRow row : JudgmentPayload.battles(bytes).getRowsList()) {
        collector.battle(row.getQuestionId(), row.getModelA(), row.getModelB(), outcome(row));
      }
    }
    return collector.battles();
  }

  private static Outcome outcome(BattleRow row) {
    return switch (row.getWinner()) {
      case BATTLE_OUTCOME_MODEL_A -> Outcome.FIRST_WINS;
      case BATTLE_OUTCOME_MODEL_B -> Outcome.SECOND_WINS;
      default -> Outcome.TIE;
    };
  }
}
