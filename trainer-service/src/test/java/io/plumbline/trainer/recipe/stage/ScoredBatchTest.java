package io.plumbline.trainer.recipe.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.trainer.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoredBatchTest {
  private static final List<DataSetRow> BATCH = List.of(row("a"), row("b"));

  @Test
  void keepsRewardsByModelAndSaysWhatHasNone() {
    ScoredBatch scored =
        ScoredBatch.of(
            BATCH,
            ScoreResponse.newBuilder()
                .setModel("relevance@1")
                .addScores(Score.newBuilder().setCompletionId("a").setReward(0.5))
                .addScores(Score.newBuilder().setCompletionId("b").setReason("no text"))
                .build(),
            "");

    assertThat(scored.rows().get(0).getCompletion().getRewardsMap())
        .containsExactlyEntriesOf(java.util.Map.of("relevance@1", 0.5));
    assertThat(scored.rows().get(1).getCompletion().getRewardsMap()).isEmpty();
    assertThat(scored.unscored()).containsExactly("b (no text)");
  }

  @Test
  void takesNoRewardThatIsNotFinite() {
    ScoredBatch scored =
        ScoredBatch.of(
            BATCH.subList(0, 1),
            ScoreResponse.newBuilder()
                .setModel("m@1")
                .addScores(Score.newBuilder().setCompletionId("a").setReward(Double.NaN))
                .build(),
            "m@1");

    assertThat(scored.unscored()).containsExactly("a (reward is NaN)");
  }

  @Test
  void refusesAnotherModelThanBefore() {
    var response = ScoreResponse.newBuilder().setModel("m@2").build();

    assertThatThrownBy(() -> ScoredBatch.of(List.of(), response, "m@1"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("m@2 answered after m@1");
  }

  @Test
  void refusesScoresOfOtherCompletions() {
    var response =
        ScoreResponse.newBuilder()
            .setModel("m@1")
            .addScores(Score.newBuilder().setCompletionId("b").setReward(1))
            .addScores(Score.newBuilder().setCompletionId("a").setReward(2))
            .build();

    assertThatThrownBy(() -> ScoredBatch.of(BATCH, response, ""))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(Code.DATA_LOSS))
        .hasMessageContaining("score 0 is of 'b' instead of 'a'");
  }

  private static DataSetRow row(String id) {
    return DataSetRow.newBuilder()
        .setCompletion(
            ScoredCompletion.newBuilder().setCompletion(Completion.newBuilder().setId(id)))
        .build();
  }
}
