package io.plumbline.trainer.recipe.stage;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.trainer.fault.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one batch with their rewards.
 *
 * @param rows in the order of the request; one without a reward stays as it was
 * @param unscored those that could not be scored: id and reason
 */
record ScoredBatch(List<DataSetRow> rows, List<String> unscored) {

  /**
   * Throws DATA_LOSS when the answer does not fit the request, FAILED_PRECONDITION when another
   * model answered than {@code earlierModel}, which is empty for the first batch.
   */
  static ScoredBatch of(List<DataSetRow> batch, ScoreResponse response, String earlierModel) {
    requireSameModel(response.getModel(), earlierModel);
    if (response.getScoresCount() != batch.size()) {
      throw answerDoesNotFit(
          "%d scores for %d completions".formatted(response.getScoresCount(), batch.size()));
    }
    List<DataSetRow> rows = new ArrayList<>();
    List<String> unscored = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      ScoredCompletion completion = batch.get(i).getCompletion();
      Score score = response.getScores(i);
      String id = completion.getCompletion().getId();
      if (!score.getCompletionId().equals(id)) {
        throw answerDoesNotFit(
            "score %d is of '%s' instead of '%s'".formatted(i, score.getCompletionId(), id));
      }
      if (score.hasReward() && Double.isFinite(score.getReward())) {
        completion =
            completion.toBuilder().putRewards(response.getModel(), score.getReward()).build();
      } else {
        String reason = score.hasReward() ? "reward is " + score.getReward() : score.getReason();
        unscored.add(id + " (" + reason + ")");
      }
      rows.add(batch.get(i).toBuilder().setCompletion(completion).build());
    }
    return new ScoredBatch(List.copyOf(rows), List.copyOf(unscored));
  }

  private static void requireSameModel(String model, String earlierModel) {
    if (!earlierModel.isEmpty() && !earlierModel.equals(model)) {
      throw new Fault(
          Code.FAILED_PRECONDITION,
          "reward_model: %s answered after %s, and their rewards do not compare; name a version"
              .formatted(model, earlierModel));
    }
  }

  private static Fault answerDoesNotFit(String detail) {
    return new Fault(
        Code.DATA_LOSS,
        "reward-service's answer does not fit the request: %s; its log may say why"
            .formatted(detail));
  }
}
