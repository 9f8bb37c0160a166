package io.plumbline.blackbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc.JudgeServiceBlockingStub;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.RankRequest;
import io.plumbline.api.v1alpha1.RankResponse;
import io.plumbline.api.v1alpha1.RankedCompletion;
import io.plumbline.api.v1alpha1.RateRequest;
import io.plumbline.api.v1alpha1.RateResponse;
import io.plumbline.api.v1alpha1.Rating;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.blackbox.door.ContractBody;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.door.Texts;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingTest {
  private static final Doors DOORS = Doors.of(Service.JUDGE);

  // The reward is the rating, and the order by reward is the ranking: the two calls have to agree.
  @Test
  void ranksByTheRewardsItRatesWith() {
    RateResponse rated = judge().rate(rate(Comparisons.REWARD));
    RankResponse ranked = judge().rank(rank(Comparisons.REWARD));

    List<String> byReward =
        rated.getRatingsList().stream()
            .sorted(Comparator.comparingDouble(Rating::getRating).reversed())
            .map(Rating::getCompletionId)
            .toList();
    List<String> byRank =
        ranked.getCompletionsList().stream()
            .sorted(Comparator.comparingInt(RankedCompletion::getRank))
            .map(RankedCompletion::getCompletionId)
            .toList();
    assertThat(rated.getRatingsList())
        .extracting(Rating::getState)
        .containsOnly(VerdictState.VERDICT_STATE_OK);
    assertThat(ranked.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(byRank).isEqualTo(byReward).hasSize(3);
  }

  // The stub answers with a letter, which is neither a rating nor an order.
  @Test
  void saysThatALetterIsNoRating() {
    assertThat(judge().rate(rate(Comparisons.CHAT)).getRatingsList())
        .extracting(Rating::getState)
        .containsOnly(VerdictState.VERDICT_STATE_UNPARSEABLE);
    assertThat(judge().rank(rank(Comparisons.CHAT)).getState())
        .isEqualTo(VerdictState.VERDICT_STATE_UNPARSEABLE);
  }

  @Test
  void ratesAndRanksOverRest() throws Exception {
    var rated = DOORS.post("/v1alpha1/rate", ContractBody.json(rate(Comparisons.REWARD)));
    var ranked = DOORS.post("/v1alpha1/rank", ContractBody.json(rank(Comparisons.REWARD)));

    assertThat(ContractBody.read(rated.body(), RateResponse.newBuilder()).build())
        .extracting(RateResponse::getRatingsList)
        .isEqualTo(judge().rate(rate(Comparisons.REWARD)).getRatingsList());
    assertThat(ContractBody.read(ranked.body(), RankResponse.newBuilder()).build())
        .extracting(RankResponse::getCompletionsList)
        .isEqualTo(judge().rank(rank(Comparisons.REWARD)).getCompletionsList());
  }

  private static JudgeServiceBlockingStub judge() {
    return JudgeServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static RateRequest rate(JudgeSpec judge) {
    RankRequest same = rank(judge);
    return RateRequest.newBuilder()
        .setJudge(judge)
        .setPrompt(same.getPrompt())
        .addAllCompletions(same.getCompletionsList())
        .build();
  }

  private static RankRequest rank(JudgeSpec judge) {
    return RankRequest.newBuilder()
        .setJudge(judge)
        .setPrompt(Texts.prompt("tea", "How is tea made?"))
        .addCompletions(Texts.completion("on-topic", "Pour boiling water on tea leaves."))
        .addCompletions(Texts.completion("near", "Coffee is made of beans."))
        .addCompletions(Texts.completion("off", "The train leaves at nine."))
        .build();
  }
}
