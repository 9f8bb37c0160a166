package io.plumbline.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.AnnotateStage;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.PromptsStage;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.SampleStage;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.testing.PostgresTestResource;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.dataset.StoredDataSet;
import io.plumbline.trainer.recipe.stage.StageJournal;
import io.plumbline.trainer.recipe.stage.StageKey;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.RunWatch;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.stub.StubUpstreams;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(StubUpstreams.class)
class TakeUpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Runs runs;
  @Inject RunWatch watch;
  @Inject StageJournal journal;
  @Inject DataSets dataSets;
  @Inject RecipeRunner runner;
  @Inject RecipeRuns recipes;
  StubUpstreams upstreams;

  /** As a service that was killed leaves it: 100 completions, of which 64 have their rewards. */
  @Test
  void takesUpAfterTheLastBatchThatWasStored() {
    upstreams.reward().reset();
    String id = await(create()).id;
    StoredDataSet completions = filled("taken-up-completions", rows(1, 100));
    StoredDataSet scored =
        await(
            dataSets.open(
                "recipe:%s:rewards".formatted(id),
                "rewards",
                DataSetKind.DATA_SET_KIND_COMPLETIONS));
    await(dataSets.append(scored.id, 1, rows(1, 64)));
    finished(id, 0, "openings", "");
    finished(id, 1, "base", completions.id);

    runner.onStart(new StartupEvent());

    await(watch.watch(RunKind.RECIPE, id, 0).collect().last());
    RecipeRun ended = await(recipes.get(id));
    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(upstreams.reward().requests()).hasSize(1);
    assertThat(upstreams.reward().requests().get(0).getCompletionsCount()).isEqualTo(36);
    assertThat(upstreams.reward().requests().get(0).getCompletions(0).getId()).isEqualTo("c65");
    assertThat(await(dataSets.get(scored.id)).rowCount).isEqualTo(100);
  }

  private Uni<io.plumbline.trainer.run.StoredRun> create() {
    var recipe =
        RecipeSpec.newBuilder()
            .addStages(stage("openings").setPrompts(PromptsStage.getDefaultInstance()))
            .addStages(stage("base").setSample(SampleStage.getDefaultInstance()))
            .addStages(
                stage("rewards")
                    .setAnnotate(
                        AnnotateStage.newBuilder()
                            .setCompletions("base")
                            .setRewardModel("relevance")))
            .build();
    return runs.create(
        RunKind.RECIPE,
        "taken-up",
        recipe.toByteArray(),
        stored -> true,
        run -> Uni.createFrom().voidItem());
  }

  private void finished(String id, int ordinal, String name, String dataSetId) {
    var key = new StageKey(id, ordinal);
    await(journal.begin(key, name));
    await(
        journal.remember(
            key,
            StageOutcome.newBuilder()
                .setStage(name)
                .setState(RunState.RUN_STATE_SUCCEEDED)
                .setDataSetId(dataSetId)
                .build()));
  }

  private StoredDataSet filled(String requestId, List<DataSetRow> rows) {
    StoredDataSet dataSet =
        await(dataSets.open(requestId, requestId, DataSetKind.DATA_SET_KIND_COMPLETIONS));
    await(dataSets.append(dataSet.id, 1, rows));
    return await(dataSets.complete(dataSet.id));
  }

  private static Stage.Builder stage(String name) {
    return Stage.newBuilder().setName(name);
  }

  private static List<DataSetRow> rows(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            i ->
                DataSetRow.newBuilder()
                    .setCompletion(
                        ScoredCompletion.newBuilder()
                            .setCompletion(
                                Completion.newBuilder()
                                    .setId("c" + i)
                                    .setPrompt(Prompt.newBuilder().setId("p"))
                                    .addParts(ContentPart.newBuilder().setText("dog"))))
                    .build())
        .toList();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
