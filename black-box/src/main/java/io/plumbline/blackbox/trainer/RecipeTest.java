package io.plumbline.blackbox.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.PromptsStage;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeServiceGrpc;
import io.plumbline.api.v1alpha1.RecipeServiceGrpc.RecipeServiceBlockingStub;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.SampleStage;
import io.plumbline.api.v1alpha1.SamplingParameters;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.blackbox.door.ContractBody;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Runs;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.door.Texts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecipeTest {
  private static final Doors DOORS = Doors.of(Service.TRAINER);

  @Test
  void runsTheStagesOfARecipe() {
    RecipeRun created = recipes().createRecipeRun(request());
    String id = created.getStatus().getId();

    assertThat(Runs.lastState(watched(id))).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    RecipeRun ended = recipes().getRecipeRun(GetRunRequest.newBuilder().setId(id).build());
    assertThat(ended.getOutcomes(0).getStage()).isEqualTo("openings");
    assertThat(ended.getOutcomes(0).getDataSetId()).isNotEmpty();
    assertThat(cancel(id)).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(
            recipes()
                .listRecipeRuns(ListRunsRequest.newBuilder().setPageSize(1).build())
                .getRunsCount())
        .isEqualTo(1);
  }

  // The Job of the stage is made, and nobody runs it.
  @Test
  void cancelsARecipeAtTheStageItIsIn() {
    var recipe = request().toBuilder();
    recipe
        .getSpecBuilder()
        .addStages(
            Stage.newBuilder()
                .setName("samples")
                .setSample(
                    SampleStage.newBuilder()
                        .setModel("stories15M")
                        .setPrompts("openings")
                        .setSampling(
                            SamplingParameters.newBuilder()
                                .setCompletionsPerPrompt(1)
                                .setMaxNewTokens(8)
                                .setTemperature(1))));
    String id = recipes().createRecipeRun(recipe.build()).getStatus().getId();

    cancel(id);

    assertThat(Runs.lastState(watched(id))).isEqualTo(RunState.RUN_STATE_CANCELLED);
  }

  @Test
  void refusesARecipeThatUsesWhatIsNotThere() {
    var recipe = request().toBuilder();
    recipe.getSpecBuilder().addStages(Stage.newBuilder().setName("empty"));

    assertThatThrownBy(() -> recipes().createRecipeRun(recipe.build()))
        .hasMessageStartingWith("INVALID_ARGUMENT: spec.stages[1]");
  }

  @Test
  void servesTheSameOverRest() throws Exception {
    var created = DOORS.post("/v1alpha1/recipe-runs", ContractBody.json(request()));
    String id = ContractBody.read(created.body(), RecipeRun.newBuilder()).getStatus().getId();
    String path = "/v1alpha1/recipe-runs/" + id;

    assertThat(ContractBody.data(DOORS.get(path + "/events").body())).isNotEmpty();
    assertThat(DOORS.get(path).body()).contains("RUN_STATE_SUCCEEDED");
    assertThat(DOORS.get("/v1alpha1/recipe-runs").body()).contains(id);
    assertThat(DOORS.post(path + "/cancel", "").statusCode()).isEqualTo(200);
  }

  private static RecipeServiceBlockingStub recipes() {
    return RecipeServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static RunState cancel(String id) {
    return recipes()
        .cancelRecipeRun(CancelRunRequest.newBuilder().setId(id).build())
        .getStatus()
        .getState();
  }

  private static List<RunEvent> watched(String id) {
    return Runs.watched(
        recipes().watchRecipeRun(WatchRunRequest.newBuilder().setId(id).build()), 0);
  }

  private static CreateRecipeRunRequest request() {
    var prompts = PromptsStage.newBuilder().addPrompts(Texts.prompt("p1", "Once upon a time"));
    return CreateRecipeRunRequest.newBuilder()
        .setRequestId(UUID.randomUUID().toString())
        .setSpec(
            RecipeSpec.newBuilder()
                .setName("black box")
                .addStages(Stage.newBuilder().setName("openings").setPrompts(prompts)))
        .build();
  }
}
