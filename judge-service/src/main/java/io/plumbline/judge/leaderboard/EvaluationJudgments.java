package io.plumbline.judge.leaderboard;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.AnnotationRow;
import io.plumbline.api.v1alpha1.Annotations;
import io.plumbline.api.v1alpha1.BattleOutcome;
import io.plumbline.api.v1alpha1.BattleRow;
import io.plumbline.api.v1alpha1.Battles;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.judge.leaderboard.store.RunVerdicts;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One judge's verdicts of a run as judgments of a leaderboard; texts are measured, not kept. */
final class EvaluationJudgments {
  private final List<AnnotationRow> annotations = new ArrayList<>();
  private final List<BattleRow> battles = new ArrayList<>();
  private final boolean asAnnotations;
  private long excluded;

  /**
   * @param asAnnotations whether the leaderboard is of ALPACA_EVAL
   */
  EvaluationJudgments(boolean asAnnotations) {
    this.asAnnotations = asAnnotations;
  }

  void add(List<RunVerdicts.Judged> page) {
    for (RunVerdicts.Judged judged : page) {
      if (judged.state() != VerdictState.OK || judged.winner() == null) {
        excluded++;
      } else if (asAnnotations) {
        annotations.add(annotation(judged, comparison(judged.comparison())));
      } else {
        battles.add(battle(judged, comparison(judged.comparison())));
      }
    }
  }

  long excluded() {
    return excluded;
  }

  JudgmentPayload payload() {
    if (annotations.isEmpty() && battles.isEmpty()) {
      throw new InvalidRequestException(
          "evaluation", "has no verdict that counts; " + excluded + " do not");
    }
    return asAnnotations
        ? JudgmentPayload.of(Annotations.newBuilder().addAllRows(annotations).build())
        : JudgmentPayload.of(Battles.newBuilder().addAllRows(battles).build());
  }

  private static AnnotationRow annotation(RunVerdicts.Judged judged, Comparison comparison) {
    double share =
        judged.probability() == null
            ? judged.winner() == Winner.FIRST ? 1 : judged.winner() == Winner.SECOND ? 0 : 0.5
            : judged.probability();
    return AnnotationRow.newBuilder()
        .setInstruction(judged.cluster())
        .setGenerator1(model(comparison, comparison.getA(), "a"))
        .setGenerator2(model(comparison, comparison.getB(), "b"))
        .setPreference(2 - share)
        .setLength1(length(comparison.getA(), comparison.getATurnsList()))
        .setLength2(length(comparison.getB(), comparison.getBTurnsList()))
        .build();
  }

  private static BattleRow battle(RunVerdicts.Judged judged, Comparison comparison) {
    return BattleRow.newBuilder()
        .setQuestionId(judged.cluster())
        .setModelA(model(comparison, comparison.getA(), "a"))
        .setModelB(model(comparison, comparison.getB(), "b"))
        .setWinner(
            switch (judged.winner()) {
              case FIRST -> BattleOutcome.BATTLE_OUTCOME_MODEL_A;
              case SECOND -> BattleOutcome.BATTLE_OUTCOME_MODEL_B;
              case TIE -> BattleOutcome.BATTLE_OUTCOME_TIE;
            })
        .build();
  }

  private static String model(Comparison comparison, Completion completion, String side) {
    if (completion.getModel().isBlank()) {
      throw new InvalidRequestException(
          "evaluation",
          "comparison '%s' does not name the model of completion %s: run it again with names"
              .formatted(comparison.getId(), side));
    }
    return completion.getModel();
  }

  // Of several turns, what the model wrote.
  private static int length(Completion completion, List<Message> turns) {
    return Stream.concat(
            completion.getPartsList().stream(),
            turns.stream()
                .filter(turn -> turn.getRole() == Role.ROLE_ASSISTANT)
                .flatMap(turn -> turn.getPartsList().stream()))
        .map(ContentPart::getText)
        .mapToInt(text -> text.codePointCount(0, text.length()))
        .sum();
  }

  private static Comparison comparison(byte[] bytes) {
    try {
      return Comparison.parseFrom(bytes);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("a stored comparison cannot be read", damaged);
    }
  }
}
