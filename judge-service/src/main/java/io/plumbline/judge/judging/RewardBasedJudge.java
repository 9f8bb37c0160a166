package io.plumbline.judge.judging;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.judge.model.reward.RewardScores;
import io.plumbline.judgment.media.Illustration;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.reward.JudgeTemperature;
import io.plumbline.judgment.reward.RewardEvidence;
import io.plumbline.judgment.reward.RewardJudge;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.message.Conversation;
import io.plumbline.service.guard.FailureReason;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Compares by the rewards that reward-service gives, through {@link RewardJudge}. */
final class RewardBasedJudge implements Judge {
  private static final String FIRST = "first";
  private static final String SECOND = "second";

  private final RewardScores rewards;
  private final String model;
  private final Optional<JudgeTemperature> temperature;

  /**
   * @param temperature empty for the model's own
   */
  RewardBasedJudge(RewardScores rewards, String model, Optional<JudgeTemperature> temperature) {
    this.rewards = rewards;
    this.model = model;
    this.temperature = temperature;
  }

  @Override
  public Uni<Judged> judge(Question question) {
    Stopwatch stopwatch = Stopwatch.started();
    if (!Illustration.of(question.comparison()).isEmpty()) {
      return Uni.createFrom()
          .item(failed("reward models read texts only, and there are media", stopwatch, model, ""));
    }
    if (isOfTurns(question.comparison().first()) || isOfTurns(question.comparison().second())) {
      return Uni.createFrom()
          .item(
              failed(
                  "reward models read one answer, and there are answers of several turns",
                  stopwatch,
                  model,
                  ""));
    }
    return rewards
        .score(request(question))
        .map(response -> judged(response, stopwatch))
        .onFailure()
        .recoverWithItem(failure -> failed(FailureReason.of(failure), stopwatch, model, ""));
  }

  private static boolean isOfTurns(io.plumbline.preference.Completion completion) {
    return completion.content() instanceof Conversation turns && turns.messages().size() > 1;
  }

  private ScoreRequest request(Question question) {
    Comparison comparison = question.comparison();
    Prompt prompt =
        Prompt.newBuilder()
            .setId(comparison.cluster())
            .addMessages(
                Message.newBuilder()
                    .setRole(Role.ROLE_USER)
                    .addParts(text(comparison.prompt().text())))
            .build();
    return ScoreRequest.newBuilder()
        .setModel(model)
        .setPrinciple(question.principle())
        .addCompletions(completion(FIRST, prompt, comparison.first().content().text()))
        .addCompletions(completion(SECOND, prompt, comparison.second().content().text()))
        .build();
  }

  private static Completion completion(String id, Prompt prompt, String text) {
    return Completion.newBuilder().setId(id).setPrompt(prompt).addParts(text(text)).build();
  }

  private static ContentPart text(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }

  private Judged judged(ScoreResponse response, Stopwatch stopwatch) {
    String answered = response.getModel();
    String digest = response.getModelDigest();
    Optional<Score> first = score(response, FIRST);
    Optional<Score> second = score(response, SECOND);
    if (first.isEmpty() || second.isEmpty()) {
      return failed("reward-service left out a completion", stopwatch, answered, digest);
    }
    if (!isFinite(first.get()) || !isFinite(second.get())) {
      Score missing = isFinite(first.get()) ? second.get() : first.get();
      String reason = missing.hasReward() ? "it is not finite" : missing.getReason();
      return failed(
          "no reward for the " + missing.getCompletionId() + " completion: " + reason,
          stopwatch,
          answered,
          digest);
    }
    RewardEvidence evidence =
        new RewardEvidence(
            first.get().getReward(),
            second.get().getReward(),
            temperature.orElseGet(() -> RewardTemperatures.of(response)));
    return new Judged(
        RewardJudge.judge(evidence),
        0,
        0,
        0,
        stopwatch.elapsed(),
        answered,
        digest,
        "",
        Optional.of(evidence));
  }

  private static boolean isFinite(Score score) {
    return score.hasReward() && Double.isFinite(score.getReward());
  }

  private static Optional<Score> score(ScoreResponse response, String id) {
    return response.getScoresList().stream()
        .filter(score -> score.getCompletionId().equals(id))
        .findFirst();
  }

  private static Judged failed(String reason, Stopwatch stopwatch, String model, String digest) {
    return new Judged(RewardJudge.failed(reason), 0, 0, 0, stopwatch.elapsed(), model, digest, "");
  }
}
