package io.plumbline.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.ReadDataSetRequest;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.trainer.stub.StubEvaluations;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecipeRunTest extends TrainerTestBase {

  @Test
  void runsEveryKindOfStageInOrder() {
    RecipeRun ended = run("whole", Recipes.whole());

    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(ended.getOutcomesList())
        .extracting(StageOutcome::getStage)
        .containsExactly(
            "openings", "base", "annotate", "pair", "head", "tune", "tuned", "fluency", "evaluate");
    // Rewards are text lengths: 4 dogs - 1 dog = 15 - 3 = 12, 3 dogs - 2 dogs = 11 - 7 = 4.
    List<DataSetRow> pairs = rows(ended.getOutcomes(3).getDataSetId());
    assertThat(pairs)
        .extracting(row -> row.getPair().getMargin())
        .containsExactly(12.0, 4.0, 12.0, 4.0, 12.0, 4.0);
    assertThat(pairs.get(0).getPair().getChosen(0).getText()).isEqualTo("dog dog dog dog");
    assertThat(ended.getOutcomes(4).getRewardModel()).isEqualTo("dogs@3");
    assertThat(upstreams.reward().aliases().get(0).getAlias()).isEqualTo("best");
    assertThat(ended.getOutcomes(5).getCheckpoint().getReference()).startsWith("file:/");
    // 3 prompts with completions of 1, 2, 3, 4 tokens at -1.5 each: mean -1.5 * 2.5 = -3.75.
    assertThat(ended.getOutcomes(7).getMetricsOrThrow("mean_log_probability")).isEqualTo(-3.75);
    assertThat(upstreams.evaluations().requests().get(0).getSpec().getJudgesList())
        .extracting(JudgeSpec::getModel)
        .containsExactly("reward:dogs@3", "reward:relevance");
    assertThat(ended.getOutcomes(8).getMetricsOrThrow("win_rate/head"))
        .isEqualTo(StubEvaluations.WIN_RATE);
    assertThat(ended.getOutcomes(8).getMetricsOrThrow("comparisons")).isEqualTo(12);
  }

  @Test
  void numbersEventsWithoutGapsUnderTheNamesOfTheStages() {
    RecipeRun ended = run("events", Recipes.whole());

    List<RunEvent> events = events(ended.getStatus().getId(), 0);

    assertThat(events)
        .extracting(RunEvent::getPosition)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    assertThat(events.stream().filter(RunEvent::hasMetrics))
        .extracting(event -> event.getMetrics().getPhase(), event -> event.getMetrics().getStep())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("tune/train", 1L),
            org.assertj.core.groups.Tuple.tuple("tune/train", 2L),
            org.assertj.core.groups.Tuple.tuple("tune/train", 3L),
            org.assertj.core.groups.Tuple.tuple("tune/train", 4L));
    assertThat(events.get(events.size() - 1).getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(events(ended.getStatus().getId(), events.size() - 1)).hasSize(1);
  }

  @Test
  void saysWhichServiceDoesNotAnswerAndWhere() {
    upstreams.rewardDown();
    try {
      RecipeRun ended = run("reward-down", Recipes.whole());

      assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_FAILED);
      assertThat(ended.getStatus().getError().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
      assertThat(ended.getStatus().getError().getMessage())
          .contains("stage 'annotate'", "reward-service", upstreams.rewardAddress(), "start it");
    } finally {
      upstreams.rewardUp();
    }
  }

  private RecipeRun run(String requestId, RecipeSpec spec) {
    String id =
        recipes()
            .createRecipeRun(
                CreateRecipeRunRequest.newBuilder().setRequestId(requestId).setSpec(spec).build())
            .getStatus()
            .getId();
    events(id, 0);
    return recipes().getRecipeRun(GetRunRequest.newBuilder().setId(id).build());
  }

  private List<RunEvent> events(String id, long after) {
    List<RunEvent> events = new ArrayList<>();
    recipes()
        .watchRecipeRun(WatchRunRequest.newBuilder().setId(id).setAfterPosition(after).build())
        .forEachRemaining(events::add);
    return events;
  }

  private List<DataSetRow> rows(String dataSetId) {
    List<DataSetRow> rows = new ArrayList<>();
    dataSets()
        .readDataSet(ReadDataSetRequest.newBuilder().setId(dataSetId).build())
        .forEachRemaining(rows::add);
    return rows;
  }
}
