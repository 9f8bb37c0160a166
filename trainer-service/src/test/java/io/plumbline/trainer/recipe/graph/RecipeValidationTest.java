package io.plumbline.trainer.recipe.graph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.AnnotateStage;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.EvaluateStage;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.PairStage;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.PromptsStage;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.SampleStage;
import io.plumbline.api.v1alpha1.SamplingParameters;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.TrainStage;
import io.plumbline.trainer.fault.Fault;
import org.junit.jupiter.api.Test;

class RecipeValidationTest {
  private static final Stage OPENINGS =
      Stage.newBuilder()
          .setName("openings")
          .setPrompts(
              PromptsStage.newBuilder()
                  .addPrompts(
                      Prompt.newBuilder()
                          .setId("p")
                          .addMessages(
                              Message.newBuilder()
                                  .addParts(ContentPart.newBuilder().setText("Once")))))
          .build();
  private static final Stage SAMPLE =
      Stage.newBuilder()
          .setName("base")
          .setSample(
              SampleStage.newBuilder()
                  .setModel("stories15M")
                  .setPrompts("openings")
                  .setSampling(
                      SamplingParameters.newBuilder()
                          .setCompletionsPerPrompt(1)
                          .setMaxNewTokens(1)))
          .build();
  private static final Stage ANNOTATE =
      Stage.newBuilder()
          .setName("rewards")
          .setAnnotate(
              AnnotateStage.newBuilder().setCompletions("base").setRewardModel("relevance"))
          .build();

  @Test
  void acceptsStagesWhoseInputsStandAbove() {
    assertThatCode(() -> check(OPENINGS, SAMPLE, ANNOTATE)).doesNotThrowAnyException();
  }

  @Test
  void refusesAStageThatReadsWhatComesLater() {
    assertThatThrownBy(() -> check(SAMPLE, OPENINGS))
        .isInstanceOf(Fault.class)
        .hasMessage("spec.stages[0].sample.prompts: no stage above is called 'openings'");
  }

  @Test
  void refusesAnInputOfTheWrongKind() {
    Stage wrong =
        ANNOTATE.toBuilder()
            .setAnnotate(ANNOTATE.getAnnotate().toBuilder().setCompletions("openings"))
            .build();

    assertThatThrownBy(() -> check(OPENINGS, wrong))
        .hasMessage(
            "spec.stages[1].annotate.completions: stage 'openings' makes prompts; a stage that"
                + " makes completions is due");
  }

  @Test
  void refusesPairsOfCompletionsWithoutRewards() {
    Stage pair =
        Stage.newBuilder()
            .setName("pairs")
            .setPair(PairStage.newBuilder().setCompletions("base"))
            .build();

    assertThatThrownBy(() -> check(OPENINGS, SAMPLE, pair))
        .hasMessage(
            "spec.stages[2].pair.completions: 'base' has no rewards; pair the completions of an"
                + " annotate stage");
  }

  @Test
  void refusesAModelOfAStageThatTrainsNone() {
    Stage wrong =
        SAMPLE.toBuilder()
            .setName("tuned")
            .setSample(SAMPLE.getSample().toBuilder().setModel("stage:base"))
            .build();

    assertThatThrownBy(() -> check(OPENINGS, SAMPLE, wrong))
        .hasMessageContaining("spec.stages[2].sample.model: stage 'base' makes completions");
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    Stage train =
        Stage.newBuilder()
            .setName("no good name")
            .setTrain(
                TrainStage.newBuilder().setObjective(ObjectiveSpec.newBuilder().setName("dopo")))
            .build();

    assertThatThrownBy(() -> check(OPENINGS, OPENINGS, train))
        .hasMessageContaining("spec.stages[1].name: 'openings' is taken")
        .hasMessageContaining("spec.stages[2].name: 'no good name'")
        .hasMessageContaining("spec.stages[2].train.pairs")
        .hasMessageContaining("spec.stages[2].train.objective: objective: 'dopo' is unknown")
        .hasMessageContaining("spec.stages[2].train.hyper_parameters.learning_rate: must be > 0");
  }

  @Test
  void refusesAnEvaluationWithoutJudges() {
    Stage evaluate =
        Stage.newBuilder()
            .setName("evaluate")
            .setEvaluate(EvaluateStage.newBuilder().setA("base").setB("base").setLevel(1))
            .build();

    assertThatThrownBy(() -> check(OPENINGS, SAMPLE, evaluate))
        .hasMessageContaining("evaluate.judges: must name one at least")
        .hasMessageContaining("evaluate.level: must be in (0, 1)");
  }

  private static void check(Stage... stages) {
    var recipe = RecipeSpec.newBuilder();
    for (Stage stage : stages) {
      recipe.addStages(stage);
    }
    RecipeValidation.check(
        CreateRecipeRunRequest.newBuilder().setRequestId("r").setSpec(recipe).build());
  }
}
