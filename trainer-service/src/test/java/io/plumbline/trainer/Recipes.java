package io.plumbline.trainer;

import io.plumbline.api.v1alpha1.AnnotateStage;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.EvaluateStage;
import io.plumbline.api.v1alpha1.HyperParameters;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.LogProbabilityStage;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.PairStage;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.PromptsStage;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.SampleStage;
import io.plumbline.api.v1alpha1.SamplingParameters;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.TrainRewardStage;
import io.plumbline.api.v1alpha1.TrainStage;

/** Recipes for tests. */
final class Recipes {
  static final int PROMPTS = 3;
  static final int COMPLETIONS = 4;

  private Recipes() {}

  static Prompt prompt(String id) {
    return Prompt.newBuilder()
        .setId(id)
        .addMessages(
            Message.newBuilder()
                .setRole(Role.ROLE_USER)
                .addParts(ContentPart.newBuilder().setText("Once upon a time " + id)))
        .build();
  }

  static SamplingParameters sampling() {
    return SamplingParameters.newBuilder()
        .setCompletionsPerPrompt(COMPLETIONS)
        .setMaxNewTokens(8)
        .setTemperature(1)
        .setSeed(7)
        .build();
  }

  static HyperParameters hyperParameters() {
    return HyperParameters.newBuilder().setLearningRate(1e-4).setBatchSize(2).setEpochs(1).build();
  }

  static ObjectiveSpec dpo() {
    return ObjectiveSpec.newBuilder().setName("dpo").putParameters("beta", 0.1).build();
  }

  static Stage prompts() {
    var stage = PromptsStage.newBuilder();
    for (int i = 1; i <= PROMPTS; i++) {
      stage.addPrompts(prompt("p" + i));
    }
    return Stage.newBuilder().setName("openings").setPrompts(stage).build();
  }

  static Stage sample(String name, String model) {
    return Stage.newBuilder()
        .setName(name)
        .setSample(
            SampleStage.newBuilder().setModel(model).setPrompts("openings").setSampling(sampling()))
        .build();
  }

  static Stage annotate() {
    return Stage.newBuilder()
        .setName("annotate")
        .setAnnotate(
            AnnotateStage.newBuilder()
                .setCompletions("base")
                .setRewardModel("relevance")
                .setPrinciple("dogs"))
        .build();
  }

  static Stage pair() {
    return Stage.newBuilder()
        .setName("pair")
        .setPair(
            PairStage.newBuilder()
                .setCompletions("annotate")
                .setMinMargin(4)
                .setMaxPairsPerPrompt(2))
        .build();
  }

  static Stage trainReward() {
    return Stage.newBuilder()
        .setName("head")
        .setTrainReward(
            TrainRewardStage.newBuilder().setPairs("pair").setName("dogs").setAlias("best"))
        .build();
  }

  static Stage train() {
    return Stage.newBuilder()
        .setName("tune")
        .setTrain(
            TrainStage.newBuilder()
                .setModel("stories15M")
                .setPairs("pair")
                .setObjective(dpo())
                .setHyperParameters(hyperParameters()))
        .build();
  }

  static Stage logProbability() {
    return Stage.newBuilder()
        .setName("fluency")
        .setLogProbability(
            LogProbabilityStage.newBuilder().setModel("stories15M").setCompletions("tuned"))
        .build();
  }

  static Stage evaluate() {
    return Stage.newBuilder()
        .setName("evaluate")
        .setEvaluate(
            EvaluateStage.newBuilder()
                .setA("tuned")
                .setB("base")
                .addJudges(JudgeSpec.newBuilder().setName("head").setModel("reward:stage:head"))
                .addJudges(
                    JudgeSpec.newBuilder().setName("relevance").setModel("reward:relevance")))
        .build();
  }

  /** Every kind of stage once. */
  static RecipeSpec whole() {
    return RecipeSpec.newBuilder()
        .setName("whole")
        .addStages(prompts())
        .addStages(sample("base", "stories15M"))
        .addStages(annotate())
        .addStages(pair())
        .addStages(trainReward())
        .addStages(train())
        .addStages(sample("tuned", "stage:tune"))
        .addStages(logProbability())
        .addStages(evaluate())
        .build();
  }
}
