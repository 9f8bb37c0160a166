package io.plumbline.judge.leaderboard;

import io.plumbline.api.v1alpha1.GamedBaselineRow;
import io.plumbline.api.v1alpha1.LeaderboardKind;
import io.plumbline.api.v1alpha1.LeaderboardSpec;
import io.plumbline.api.v1alpha1.PublishJudgmentsRequest;
import io.plumbline.judge.request.InvalidRequestException;
import java.util.regex.Pattern;

/** Checks what clients send before anything is stored. */
final class LeaderboardRequests {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final int LONGEST_TEXT = 256;
  private static final int MOST_TABLE_ROWS = 100_000;

  private LeaderboardRequests() {}

  static LeaderboardSpec checked(LeaderboardSpec spec) {
    if (!NAME.matcher(spec.getName()).matches()) {
      throw new InvalidRequestException(
          "spec.name", "must have 1 to 128 letters, digits, '.', '_' or '-'");
    }
    if (spec.getKind() == LeaderboardKind.LEADERBOARD_KIND_UNSPECIFIED
        || spec.getKind() == LeaderboardKind.UNRECOGNIZED) {
      throw new InvalidRequestException("spec.kind", "must be ALPACA_EVAL, ARENA_HARD or PAIRWISE");
    }
    if (spec.getBaseline().length() > LONGEST_TEXT) {
      throw new InvalidRequestException(
          "spec.baseline", "must not exceed " + LONGEST_TEXT + " characters");
    }
    boolean alpacaEval = spec.getKind() == LeaderboardKind.LEADERBOARD_KIND_ALPACA_EVAL;
    if (!alpacaEval && (spec.getGamedBaselinesCount() + spec.getInstructionDifficultyCount() > 0)) {
      throw new InvalidRequestException("spec.gamed_baselines", "are for ALPACA_EVAL only");
    }
    if (spec.getKind() == LeaderboardKind.LEADERBOARD_KIND_PAIRWISE
        && !spec.getBaseline().isEmpty()) {
      throw new InvalidRequestException("spec.baseline", "must be empty: PAIRWISE has none");
    }
    tables(spec);
    return spec;
  }

  private static void tables(LeaderboardSpec spec) {
    if (spec.getGamedBaselinesCount() > MOST_TABLE_ROWS
        || spec.getInstructionDifficultyCount() > MOST_TABLE_ROWS) {
      throw new InvalidRequestException(
          "spec.gamed_baselines", "must not exceed " + MOST_TABLE_ROWS + " rows");
    }
    for (int i = 0; i < spec.getGamedBaselinesCount(); i++) {
      GamedBaselineRow row = spec.getGamedBaselines(i);
      if (row.getIndex() < 0
          || row.getIndex() >= MOST_TABLE_ROWS
          || !Double.isFinite(row.getStandardLengthDifference())
          || !Double.isFinite(row.getDifficulty())
          || !(row.getPreference() >= 0 && row.getPreference() <= 1)) {
        throw new InvalidRequestException(
            "spec.gamed_baselines[" + i + "]",
            "needs an index from 0, finite numbers and a preference in [0, 1]");
      }
    }
    for (int i = 0; i < spec.getInstructionDifficultyCount(); i++) {
      if (!Double.isFinite(spec.getInstructionDifficulty(i))) {
        throw new InvalidRequestException(
            "spec.instruction_difficulty[" + i + "]", "must be a finite number");
      }
    }
  }

  static PublishJudgmentsRequest checked(PublishJudgmentsRequest request) {
    if (request.getRequestId().isBlank()
        || request.getRequestId().length() > 128
        || request.getRequestId().chars().anyMatch(Character::isISOControl)) {
      throw new InvalidRequestException(
          "request_id", "must have 1 to 128 characters and no control characters");
    }
    if (request.getJudgmentsCase() == PublishJudgmentsRequest.JudgmentsCase.JUDGMENTS_NOT_SET) {
      throw new InvalidRequestException(
          "judgments", "must be annotations, battles or the verdicts of an evaluation");
    }
    return request;
  }
}
