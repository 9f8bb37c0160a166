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
import io.plumbline.judgment.reward.RewardJudge;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;
import io.plumbline.service.guard.FailureReason;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Compares by the rewards that reward-service gives, through {@link RewardJudge}. */
final class RewardBasedJudge implements Judge {
  private static final String FIRST = "first";
  private static final String SECOND = "second";

  private final RewardScores rewards;
  private final String model;
  private final RewardJudge judge;

  RewardBasedJudge(RewardScores rewards, String model, double temperature) {
    this.rewards = rewards;
    this.model = model;
    this.judge = new RewardJudge(temperature);
  }

  @Override
  public Uni<Judged> judge(Question question) {
    Stopwatch stopwatch = Stopwatch.started();
    if (!Illustration.of(question.comparison()).isEmpty()) {
      return Uni.createFrom()
          .item(
              judged(
                  RewardJudge.failed("reward models read texts only, and there are media"),
                  stopwatch,
                  model,
                  ""));
    }
    return rewards
        .score(request(question))
        .map(
            response ->
                judged(
                    verdict(response), stopwatch, response.getModel(), response.getModelDigest()))
        .onFailure()
        .recoverWithItem(
            failure -> judged(RewardJudge.failed(FailureReason.of(failure)), stopwatch, model, ""));
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

  private Verdict verdict(ScoreResponse response) {
    Optional<Score> first = score(response, FIRST);
    Optional<Score> second = score(response, SECOND);
    if (first.isEmpty() || second.isEmpty()) {
      return RewardJudge.failed("reward-service left out a completion");
    }
    if (!first.get().hasReward() || !second.get().hasReward()) {
      Score missing = first.get().hasReward() ? second.get() : first.get();
      return RewardJudge.failed(
          "no reward for the " + missing.getCompletionId() + " completion: " + missing.getReason());
    }
    return judge.judge(first.get().getReward(), second.get().getReward());
  }

  private static Optional<Score> score(ScoreResponse response, String id) {
    return response.getScoresList().stream()
        .filter(score -> score.getCompletionId().equals(id))
        .findFirst();
  }

  private static Judged judged(
      Verdict verdict, Stopwatch stopwatch, String model, String modelDigest) {
    return new Judged(verdict, 0, 0, 0, stopwatch.elapsed(), model, modelDigest, "");
  }
}
