package io.plumbline.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.ReadDataSetRequest;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.trainer.stub.Script;
import io.plumbline.trainer.stub.StubReward;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecipeFaultTest extends TrainerTestBase {

  @Test
  void goesOnWhenAServiceComesBackInTime() {
    upstreams.reward().refuse(3);

    RecipeRun ended = run("comes-back", upToPairs());

    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(upstreams.reward().requests()).hasSize(1);
  }

  @Test
  void goesOnWatchingFromTheLastEventItSaw() {
    upstreams.heads().breakWatches(2);

    RecipeRun ended =
        run("watch", upToPairs().toBuilder().addStages(Recipes.trainReward()).build());

    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(upstreams.heads().watchedFrom()).containsExactly(0L, 1L, 2L);
    assertThat(events(ended.getStatus().getId()))
        .filteredOn(event -> event.getProgress().getPhase().equals("head/fit"))
        .extracting(event -> event.getProgress().getDone())
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void doesNotMixRewardsOfTwoModels() {
    upstreams.reward().order(StubReward.Fault.OTHER_MODEL_LATER);
    var prompts = Recipes.prompts().toBuilder();
    for (int i = 4; i <= 20; i++) {
      prompts.getPromptsBuilder().addPrompts(Recipes.prompt("p" + i));
    }
    // 20 prompts with 4 completions each are two batches of at most 64.
    RecipeRun ended = run("mixed", upToPairs().toBuilder().setStages(0, prompts).build());

    assertThat(upstreams.reward().requests())
        .extracting(request -> request.getCompletionsCount())
        .containsExactly(64, 16);
    assertThat(ended.getStatus().getError().getMessage())
        .contains("stage 'annotate'", "length@2 answered after length@1");
  }

  @Test
  void refusesAnAnswerThatIsTooShort() {
    upstreams.reward().order(StubReward.Fault.SHORT_ANSWER);

    RecipeRun ended = run("short", upToPairs());

    assertThat(ended.getStatus().getError().getCode()).isEqualTo(Code.DATA_LOSS_VALUE);
    assertThat(ended.getStatus().getError().getMessage()).contains("11 scores for 12 completions");
  }

  @Test
  void givesUpOnAServiceThatNeverAnswers() {
    upstreams.reward().order(StubReward.Fault.HANGS);

    RecipeRun ended = run("hangs", upToPairs());

    assertThat(ended.getStatus().getError().getMessage())
        .contains("reward-service", upstreams.rewardAddress(), "does not answer");
  }

  @Test
  void reportsAndCountsWhatHasNoReward() {
    upstreams.reward().order(StubReward.Fault.NO_REWARD_FOR_FIRST);

    RecipeRun ended = run("no-reward", upToPairs());

    assertThat(ended.getOutcomes(2).getMetricsOrThrow("unscored")).isEqualTo(1);
    assertThat(ended.getOutcomes(3).getMetricsOrThrow("without_reward")).isEqualTo(1);
    assertThat(events(ended.getStatus().getId()))
        .extracting(RunEvent::getMessage)
        .contains("annotate: without a reward: p1-1 (no text)");
  }

  @Test
  void writesNothingTwiceWhenItsWorkerDies() {
    launcher.follow(Script.DIES_ONCE);

    RecipeRun ended = run("worker-dies", upToPairs());

    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(rows(ended.getOutcomes(1).getDataSetId())).hasSize(12);
    assertThat(rows(ended.getOutcomes(3).getDataSetId())).hasSize(6);
  }

  @Test
  void tellsWhyAnEvaluationFailed() {
    upstreams.evaluations().fail();

    RecipeRun ended = run("evaluation", Recipes.whole());

    assertThat(ended.getStatus().getError().getMessage())
        .isEqualTo(
            "stage 'evaluate': judge-service's evaluation evaluation-1 failed: no judge answers");
    assertThat(ended.getOutcomesList())
        .extracting(StageOutcome::getState)
        .endsWith(RunState.RUN_STATE_SUCCEEDED, RunState.RUN_STATE_FAILED);
  }

  @Test
  void cancelsTheStageUnderWay() throws Exception {
    launcher.follow(Script.SILENT_ONCE);
    RecipeRun created = create("cancelled", upToPairs());
    String id = created.getStatus().getId();
    awaitMessage(id, "base: worker starts, attempt 1");

    recipes().cancelRecipeRun(CancelRunRequest.newBuilder().setId(id).build());
    events(id);

    RecipeRun ended = recipes().getRecipeRun(GetRunRequest.newBuilder().setId(id).build());
    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(ended.getOutcomesList())
        .extracting(StageOutcome::getState)
        .containsExactly(RunState.RUN_STATE_SUCCEEDED, RunState.RUN_STATE_CANCELLED);
  }

  @Test
  void refusesARecipeThatCannotRun() {
    assertThatThrownBy(
            () -> create("bad", RecipeSpec.newBuilder().addStages(Recipes.pair()).build()))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("no stage above is called 'annotate'");
  }

  private static RecipeSpec upToPairs() {
    return RecipeSpec.newBuilder()
        .setName("pairs")
        .addStages(Recipes.prompts())
        .addStages(Recipes.sample("base", "stories15M"))
        .addStages(Recipes.annotate())
        .addStages(Recipes.pair())
        .build();
  }

  private RecipeRun create(String requestId, RecipeSpec spec) {
    return recipes()
        .createRecipeRun(
            CreateRecipeRunRequest.newBuilder()
                .setRequestId("fault-" + requestId)
                .setSpec(spec)
                .build());
  }

  private RecipeRun run(String requestId, RecipeSpec spec) {
    String id = create(requestId, spec).getStatus().getId();
    events(id);
    return recipes().getRecipeRun(GetRunRequest.newBuilder().setId(id).build());
  }

  private List<RunEvent> events(String id) {
    List<RunEvent> events = new ArrayList<>();
    recipes()
        .watchRecipeRun(WatchRunRequest.newBuilder().setId(id).build())
        .forEachRemaining(events::add);
    return events;
  }

  private void awaitMessage(String id, String message) {
    var events = recipes().watchRecipeRun(WatchRunRequest.newBuilder().setId(id).build());
    while (!events.next().getMessage().equals(message)) {
      assertThat(events.hasNext()).isTrue();
    }
  }

  private List<DataSetRow> rows(String dataSetId) {
    List<DataSetRow> rows = new ArrayList<>();
    dataSets()
        .readDataSet(ReadDataSetRequest.newBuilder().setId(dataSetId).build())
        .forEachRemaining(rows::add);
    return rows;
  }
}
