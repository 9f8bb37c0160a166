package io.plumbline.reward.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.reward.score.Reward;
import io.plumbline.reward.score.Rewards;
import java.util.List;
import java.util.Map;

/** What {@code POST /v1alpha1/score} answers, in the order of the request. */
public record ScoreAnswer(
    String model, @JsonProperty("model_digest") String modelDigest, List<Score> scores) {

  /**
   * @param reward null where the completion could not be scored; {@code reason} says why
   */
  public record Score(
      @JsonProperty("completion_id") String completionId,
      Double reward,
      Map<String, Double> components,
      String reason) {}

  static ScoreAnswer of(Rewards rewards) {
    return new ScoreAnswer(
        rewards.model().reference(),
        rewards.model().digest(),
        rewards.rewards().stream().map(ScoreAnswer::score).toList());
  }

  private static Score score(Reward reward) {
    return new Score(
        reward.id(),
        reward.value().isPresent() ? reward.value().getAsDouble() : null,
        reward.components(),
        reward.reason());
  }
}
