package io.plumbline.cli.leaderboard;

import io.plumbline.api.v1alpha1.AnnotationRow;
import io.plumbline.api.v1alpha1.Annotations;
import io.plumbline.api.v1alpha1.BattleOutcome;
import io.plumbline.api.v1alpha1.BattleRow;
import io.plumbline.api.v1alpha1.Battles;
import io.plumbline.api.v1alpha1.EvaluationVerdicts;
import io.plumbline.api.v1alpha1.PublishJudgmentsRequest;
import io.plumbline.cli.input.TextFile;
import io.plumbline.statistics.leaderboard.alpacaeval.Annotation;
import io.plumbline.statistics.leaderboard.alpacaeval.AnnotationReader;
import io.plumbline.statistics.leaderboard.arenahard.BattleReader;
import io.plumbline.statistics.leaderboard.arenahard.BattleSink;
import io.plumbline.statistics.leaderboard.arenahard.JudgmentChoice;
import io.plumbline.statistics.leaderboard.arenahard.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Judgments that are sent in one call.
 *
 * @param leftOut rows of the file that cannot be used, with their lines
 */
record Publishable(PublishJudgmentsRequest judgments, List<String> leftOut) {
  private static final int MOST_ROWS = 100_000;

  static Publishable annotations(Path file) {
    Annotations.Builder rows = Annotations.newBuilder();
    for (Annotation annotation : TextFile.read(file, AnnotationReader::read)) {
      rows.addRows(row(annotation));
    }
    return new Publishable(
        PublishJudgmentsRequest.newBuilder().setAnnotations(rows).build(), List.of());
  }

  private static AnnotationRow row(Annotation annotation) {
    AnnotationRow.Builder row =
        AnnotationRow.newBuilder()
            .setInstruction(annotation.instruction())
            .setGenerator1(annotation.firstGenerator())
            .setGenerator2(annotation.secondGenerator());
    if (Double.isFinite(annotation.preference())) {
      row.setPreference(annotation.preference());
    }
    if (annotation.firstLength() >= 0) {
      row.setLength1(annotation.firstLength());
    }
    if (annotation.secondLength() >= 0) {
      row.setLength2(annotation.secondLength());
    }
    return row.build();
  }

  /** A file of any length, in parts. */
  static List<Publishable> battles(Path file, String baseline) {
    Collector collector = new Collector();
    TextFile.read(
        file,
        (reader, source) -> {
          BattleReader.forEach(reader, source, new JudgmentChoice(baseline, null), collector);
          return collector;
        });
    List<Publishable> parts = new ArrayList<>();
    for (int from = 0; from < collector.rows.size() || parts.isEmpty(); from += MOST_ROWS) {
      int to = Math.min(collector.rows.size(), from + MOST_ROWS);
      parts.add(
          new Publishable(
              PublishJudgmentsRequest.newBuilder()
                  .setBattles(Battles.newBuilder().addAllRows(collector.rows.subList(from, to)))
                  .build(),
              from == 0 ? collector.leftOut : List.of()));
    }
    return parts;
  }

  static Publishable evaluation(String id, String judge) {
    return new Publishable(
        PublishJudgmentsRequest.newBuilder()
            .setEvaluation(EvaluationVerdicts.newBuilder().setEvaluationId(id).setJudge(judge))
            .build(),
        List.of());
  }

  /**
   * @param requestId null for the digest of the judgments
   * @param part number of this call among those that share the request id
   */
  PublishJudgmentsRequest request(String leaderboard, String requestId, int part) {
    String digest = UUID.nameUUIDFromBytes(judgments.toByteArray()).toString();
    return judgments.toBuilder()
        .setLeaderboard(leaderboard)
        .setRequestId((requestId == null ? digest : requestId) + (part == 0 ? "" : ":" + part))
        .build();
  }

  private static final class Collector implements BattleSink {
    private final List<BattleRow> rows = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    @Override
    public void battle(String question, String first, String second, Outcome outcome) {
      rows.add(
          BattleRow.newBuilder()
              .setQuestionId(question)
              .setModelA(first)
              .setModelB(second)
              .setWinner(
                  switch (outcome) {
                    case FIRST_WINS -> BattleOutcome.BATTLE_OUTCOME_MODEL_A;
                    case SECOND_WINS -> BattleOutcome.BATTLE_OUTCOME_MODEL_B;
                    case TIE -> BattleOutcome.BATTLE_OUTCOME_TIE;
                  })
              .build());
    }

    @Override
    public void rejected(String reason) {
      leftOut.add(reason);
    }

    @Override
    public void unjudged() {
      // A game without a verdict is no battle.
    }
  }
}
