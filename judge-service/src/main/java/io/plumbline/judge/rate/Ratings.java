package io.plumbline.judge.rate;

import io.plumbline.api.v1alpha1.RateRequest;
import io.plumbline.api.v1alpha1.RateResponse;
import io.plumbline.api.v1alpha1.Rating;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.judge.judging.ChatAsking;
import io.plumbline.judge.judging.Digest;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.mapping.Costs;
import io.plumbline.judge.mapping.VerdictMapping;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.protocol.AnswerRater;
import io.plumbline.judgment.protocol.AnswerRating;
import io.plumbline.judgment.protocol.RatingForm;
import io.plumbline.judgment.protocol.Rubric;
import io.plumbline.judgment.protocol.Rubrics;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.service.guard.FailureReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rates completions one by one. */
@ApplicationScoped
public class Ratings {
  private static final int MOST = 64;
  private final Judges judges;
  private final RewardList rewards;

  Ratings(Judges judges, RewardList rewards) {
    this.judges = judges;
    this.rewards = rewards;
  }

  public Uni<RateResponse> rate(RateRequest request) {
    CompletionList list =
        CompletionList.of(request.getPrompt(), request.getCompletionsList(), 1, MOST);
    Rubric rubric = rubric(request.getRubric());
    RatingForm form = form(request.getForm());
    Optional<String> reward = Judges.rewardModel(request.getJudge());
    if (reward.isPresent()) {
      list.requireText();
      return rewards
          .of(reward.get(), request.getJudge().getPrinciple(), list)
          .map(response -> byReward(list, response))
          .onFailure()
          .recoverWithItem(failure -> failed(list, FailureReason.of(failure)));
    }
    ChatAsking asking = judges.asking(request.getJudge(), "judge");
    AnswerRater rating = form.create(rubric, asking.source());
    List<Step<AnswerRating>> each =
        list.contents().stream()
            .map(answer -> rating.begin(list.prompt(), answer, request.getJudge().getPrinciple()))
            .toList();
    Step<List<AnswerRating>> together = Steps.together(each, ratings -> ratings);
    Step<List<AnswerRating>> asked =
        Judges.mitigation(request.getJudge(), "judge")
            .map(mitigation -> mitigation.apply(together))
            .orElse(together);
    return asking
        .ask(asked)
        .map(
            answer -> {
              RateResponse.Builder response =
                  RateResponse.newBuilder()
                      .setLowest(rubric.lowest())
                      .setHighest(rubric.highest())
                      .setUsage(
                          Costs.usage(
                              answer.promptTokens(), answer.completionTokens(), answer.cost()))
                      .setLatency(Costs.duration(answer.latency()))
                      .setModel(answer.model())
                      .setModelDigest(answer.modelDigest())
                      .setTemplateDigest(Digest.of(String.join("\0", rating.templates())));
              for (int i = 0; i < list.ids().size(); i++) {
                response.addRatings(rating(list.ids().get(i), answer.value().get(i)));
              }
              return response.build();
            });
  }

  private static Rubric rubric(String name) {
    return Rubrics.named(name)
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    "rubric",
                    "'"
                        + name
                        + "' is none of "
                        + Rubrics.all().stream().map(Rubric::name).toList()));
  }

  private static RatingForm form(String name) {
    return RatingForm.named(name)
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    "form", "'" + name + "' is none of " + RatingForm.names()));
  }

  private static Rating rating(String id, AnswerRating rating) {
    Rating.Builder message =
        Rating.newBuilder()
            .setCompletionId(id)
            .setState(VerdictMapping.state(rating.state()))
            .putAllAspects(rating.aspects())
            .putAllCritiques(rating.critiques())
            .setRawText(rating.rawText())
            .setDetail(rating.detail());
    if (!rating.aspects().isEmpty()) {
      message.setRating(rating.mean());
    }
    return message.build();
  }

  private static RateResponse byReward(CompletionList list, ScoreResponse scored) {
    Map<String, Score> scores = RewardList.byId(scored);
    RateResponse.Builder response =
        RateResponse.newBuilder()
            .setModel(scored.getModel())
            .setModelDigest(scored.getModelDigest());
    for (String id : list.ids()) {
      Score score = scores.get(id);
      response.addRatings(
          score != null && score.hasReward()
              ? Rating.newBuilder()
                  .setCompletionId(id)
                  .setState(VerdictState.VERDICT_STATE_OK)
                  .setRating(score.getReward())
                  .build()
              : failed(id, score == null ? "left out by reward-service" : score.getReason()));
    }
    return response.build();
  }

  private static RateResponse failed(CompletionList list, String reason) {
    return RateResponse.newBuilder()
        .addAllRatings(list.ids().stream().map(id -> failed(id, reason)).toList())
        .build();
  }

  private static Rating failed(String id, String reason) {
    return Rating.newBuilder()
        .setCompletionId(id)
        .setState(VerdictState.VERDICT_STATE_FAILED)
        .setDetail(reason)
        .build();
  }
}
