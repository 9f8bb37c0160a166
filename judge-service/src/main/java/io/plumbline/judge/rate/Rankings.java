package io.plumbline.judge.rate;

import io.plumbline.api.v1alpha1.RankRequest;
import io.plumbline.api.v1alpha1.RankResponse;
import io.plumbline.api.v1alpha1.RankedCompletion;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.judge.judging.Asked;
import io.plumbline.judge.judging.ChatAsking;
import io.plumbline.judge.judging.Digest;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.mapping.Costs;
import io.plumbline.judge.mapping.VerdictMapping;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.protocol.ListRanking;
import io.plumbline.judgment.protocol.Listwise;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.service.guard.FailureReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ranks completions together. */
@ApplicationScoped
public class Rankings {
  private static final int MOST = 20;
  private static final int MOST_SAMPLES = 15;
  private static final int SAMPLES = 3;
  private final Judges judges;
  private final RewardList rewards;

  Rankings(Judges judges, RewardList rewards) {
    this.judges = judges;
    this.rewards = rewards;
  }

  public Uni<RankResponse> rank(RankRequest request) {
    CompletionList list =
        CompletionList.of(request.getPrompt(), request.getCompletionsList(), 2, MOST);
    String principle = request.getJudge().getPrinciple();
    Optional<String> reward = Judges.rewardModel(request.getJudge());
    if (reward.isPresent()) {
      list.requireText();
      return rewards
          .of(reward.get(), principle, list)
          .map(response -> byReward(list, response))
          .onFailure()
          .recoverWithItem(failure -> failed(FailureReason.of(failure)));
    }
    int samples = request.getJudge().getSamples() == 0 ? SAMPLES : request.getJudge().getSamples();
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new InvalidRequestException(
          "judge.samples", "must be 1 to " + MOST_SAMPLES + ", or 0 for " + SAMPLES);
    }
    ChatAsking asking = judges.asking(request.getJudge(), "judge");
    Listwise listwise = new Listwise(samples, request.getSelects(), request.getSeed());
    Step<ListRanking> program = listwise.begin(list.prompt(), list.contents(), principle);
    Step<ListRanking> asked =
        Judges.mitigation(request.getJudge(), "judge")
            .map(mitigation -> mitigation.apply(program))
            .orElse(program);
    return asking.ask(asked, list.shown()).map(answer -> response(list, listwise, answer));
  }

  private static RankResponse response(
      CompletionList list, Listwise listwise, Asked<ListRanking> answer) {
    ListRanking ranking = answer.value();
    RankResponse.Builder response =
        RankResponse.newBuilder()
            .setState(VerdictMapping.state(ranking.state()))
            .setReadableSamples(ranking.readable())
            .addAllRawTexts(ranking.rawTexts())
            .setDetail(ranking.detail())
            .setUsage(Costs.usage(answer.promptTokens(), answer.completionTokens(), answer.cost()))
            .setLatency(Costs.duration(answer.latency()))
            .setModel(answer.model())
            .setModelDigest(answer.modelDigest())
            .setTemplateDigest(Digest.of(String.join("\0", listwise.templates())));
    for (int i = 0; i < ranking.places().size(); i++) {
      ListRanking.Place place = ranking.places().get(i);
      response.addCompletions(
          RankedCompletion.newBuilder()
              .setCompletionId(list.ids().get(i))
              .setRank(place.rank())
              .setMeanRank(place.meanRank())
              .setListed(place.listed()));
    }
    return response.build();
  }

  private static RankResponse byReward(CompletionList list, ScoreResponse scored) {
    Map<String, Score> scores = RewardList.byId(scored);
    List<Score> known =
        list.ids().stream().map(scores::get).filter(s -> s != null && s.hasReward()).toList();
    if (known.size() < list.ids().size()) {
      return failed("reward-service gave no reward for a completion");
    }
    RankResponse.Builder response =
        RankResponse.newBuilder()
            .setState(VerdictState.VERDICT_STATE_OK)
            .setReadableSamples(1)
            .setModel(scored.getModel())
            .setModelDigest(scored.getModelDigest());
    for (Score score : known) {
      long better = known.stream().filter(o -> o.getReward() > score.getReward()).count();
      response.addCompletions(
          RankedCompletion.newBuilder()
              .setCompletionId(score.getCompletionId())
              .setRank((int) better + 1)
              .setMeanRank(better + 1)
              .setListed(1));
    }
    return response.build();
  }

  private static RankResponse failed(String reason) {
    return RankResponse.newBuilder()
        .setState(VerdictState.VERDICT_STATE_FAILED)
        .setDetail(reason)
        .build();
  }
}
