package io.plumbline.judge.leaderboard;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.AnnotationRow;
import io.plumbline.api.v1alpha1.Annotations;
import io.plumbline.api.v1alpha1.BattleOutcome;
import io.plumbline.api.v1alpha1.BattleRow;
import io.plumbline.api.v1alpha1.Battles;
import io.plumbline.judge.request.InvalidRequestException;

/** Judgments as they are kept, checked row by row. */
record JudgmentPayload(long judgments, byte[] bytes) {
  private static final int MOST_ROWS = 200_000;

  /**
   * @throws InvalidRequestException naming the first row at fault
   */
  static JudgmentPayload of(Annotations annotations) {
    count("annotations.rows", annotations.getRowsCount());
    for (int i = 0; i < annotations.getRowsCount(); i++) {
      AnnotationRow row = annotations.getRows(i);
      String field = "annotations.rows[" + i + "]";
      text(field + ".instruction", row.getInstruction());
      text(field + ".generator_1", row.getGenerator1());
      text(field + ".generator_2", row.getGenerator2());
      if (row.hasPreference() && !Double.isFinite(row.getPreference())) {
        throw new InvalidRequestException(
            field + ".preference", "must be a number; leave it out where the judge gave none");
      }
      if (row.getLength1() < 0 || row.getLength2() < 0) {
        throw new InvalidRequestException(
            field, "lengths must not be negative; leave out that of a missing output");
      }
    }
    return new JudgmentPayload(annotations.getRowsCount(), annotations.toByteArray());
  }

  /**
   * @throws InvalidRequestException naming the first row at fault
   */
  static JudgmentPayload of(Battles battles) {
    count("battles.rows", battles.getRowsCount());
    for (int i = 0; i < battles.getRowsCount(); i++) {
      BattleRow row = battles.getRows(i);
      String field = "battles.rows[" + i + "]";
      text(field + ".question_id", row.getQuestionId());
      text(field + ".model_a", row.getModelA());
      text(field + ".model_b", row.getModelB());
      if (row.getModelA().equals(row.getModelB())) {
        throw new InvalidRequestException(
            field + ".model_b", "must not be model_a: '" + row.getModelA() + "'");
      }
      if (row.getWinner() == BattleOutcome.BATTLE_OUTCOME_UNSPECIFIED
          || row.getWinner() == BattleOutcome.UNRECOGNIZED) {
        throw new InvalidRequestException(field + ".winner", "must be MODEL_A, MODEL_B or TIE");
      }
    }
    return new JudgmentPayload(battles.getRowsCount(), battles.toByteArray());
  }

  static Annotations annotations(byte[] bytes) {
    try {
      return Annotations.parseFrom(bytes);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("stored annotations cannot be read", damaged);
    }
  }

  static Battles battles(byte[] bytes) {
    try {
      return Battles.parseFrom(bytes);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("stored battles cannot be read", damaged);
    }
  }

  private static void count(String field, int rows) {
    if (rows < 1 || rows > MOST_ROWS) {
      throw new InvalidRequestException(
          field, "must hold 1 to " + MOST_ROWS + ", holds " + rows + ": publish in parts");
    }
  }

  private static void text(String field, String value) {
    if (value.isBlank()) {
      throw new InvalidRequestException(field, "must not be empty");
    }
  }
}
