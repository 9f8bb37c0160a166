package io.plumbline.cli.demo;

import io.plumbline.api.v1alpha1.AnnotateStage;
import io.plumbline.api.v1alpha1.EvaluateStage;
import io.plumbline.api.v1alpha1.HyperParameters;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.LogProbabilityStage;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.PairStage;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.SampleStage;
import io.plumbline.api.v1alpha1.SamplingParameters;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.TrainRewardStage;
import io.plumbline.api.v1alpha1.TrainStage;

/**
 * The demo's recipe: sample, score by relevance to a principle, pair, fit a reward head, tune by
 * DPO, and compare the tuned model with the base on openings that training never saw.
 *
 * <p>Stories are drawn from the models' own distributions (temperature 1, no nucleus), so that the
 * mean log-ratio of the tuned stories estimates the KL divergence from the base without bias.
 */
public final class DemoRecipe {
  public static final String TRAINING_STORIES = "stories";
  public static final String PAIRS = "pairs";
  public static final String HEAD = "head";
  public static final String TUNE = "tune";
  public static final String BASE_STORIES = "base-stories";
  public static final String CONTROL_STORIES = "control-stories";
  public static final String TUNED_STORIES = "tuned-stories";
  public static final String BASE_UNDER_BASE = "base-under-base";
  public static final String TUNED_UNDER_BASE = "tuned-under-base";
  public static final String TUNED_UNDER_TUNED = "tuned-under-tuned";
  public static final String TUNED_AGAINST_BASE = "tuned-against-base";
  public static final String CONTROL_AGAINST_BASE = "control-against-base";

  /** The base model, by its name in the catalogue. */
  public static final String BASE_MODEL = "stories15M";

  /** DPO's β. */
  public static final double BETA = 0.1;

  /** The judge that labelled the training pairs. */
  public static final String RELEVANCE_JUDGE = "relevance";

  /** The judge fitted on the training pairs. */
  public static final String HEAD_JUDGE = "head";

  /** The model at PLUMBLINE_JUDGE_URL. */
  public static final String CHAT_JUDGE = "chat";

  private static final String TRAINING_OPENINGS = "training-openings";
  private static final String HELD_OUT_OPENINGS = "held-out-openings";
  private static final String REWARDS = "rewards";
  // A quarter of the spread of relevance among stories of one opening (about 0.06 of cosine).
  private static final double RELEVANCE_TEMPERATURE = 0.015;
  private static final double SMALLEST_MARGIN = 0.05;

  private final String principle;
  private final DemoSize size;
  private final boolean chatJudge;
  private final long seed;

  /**
   * @param principle what the stories should be about
   * @param chatJudge whether judge-service has a chat model to ask
   */
  public DemoRecipe(String principle, DemoSize size, boolean chatJudge, long seed) {
    if (principle.isBlank()) {
      throw new IllegalArgumentException(
          "principle is blank; say what the stories should be about, for example"
              + " \"a story about a dog who makes a new friend\"");
    }
    this.principle = principle;
    this.size = size;
    this.chatJudge = chatJudge;
    this.seed = seed;
  }

  /** The recipe as trainer-service takes it. */
  public RecipeSpec spec() {
    return RecipeSpec.newBuilder()
        .setName("demo")
        .addStages(
            stage(TRAINING_OPENINGS)
                .setPrompts(Openings.stage("training", Openings.TRAINING, size.trainingOpenings())))
        .addStages(
            stage(HELD_OUT_OPENINGS)
                .setPrompts(Openings.stage("held-out", Openings.HELD_OUT, size.heldOutOpenings())))
        .addStages(
            stage(TRAINING_STORIES)
                .setSample(sample(BASE_MODEL, TRAINING_OPENINGS, size.storiesPerOpening(), 1)))
        .addStages(
            stage(REWARDS)
                .setAnnotate(
                    AnnotateStage.newBuilder()
                        .setCompletions(TRAINING_STORIES)
                        .setRewardModel("relevance")
                        .setPrinciple(principle)))
        .addStages(
            stage(PAIRS)
                .setPair(
                    PairStage.newBuilder()
                        .setCompletions(REWARDS)
                        .setMinMargin(SMALLEST_MARGIN)
                        .setMaxPairsPerPrompt(size.pairsPerOpening())))
        .addStages(
            stage(HEAD)
                .setTrainReward(
                    TrainRewardStage.newBuilder()
                        .setPairs(PAIRS)
                        .setName("demo-head")
                        .setAlias("demo")
                        .setHeldOutShare(0.25)
                        .setSeed(seed)))
        .addStages(stage(TUNE).setTrain(training()))
        .addStages(stage(BASE_STORIES).setSample(heldOut(BASE_MODEL, 2)))
        .addStages(stage(CONTROL_STORIES).setSample(heldOut(BASE_MODEL, 3)))
        .addStages(stage(TUNED_STORIES).setSample(heldOut("stage:" + TUNE, 4)))
        .addStages(
            stage(BASE_UNDER_BASE).setLogProbability(logProbability(BASE_MODEL, BASE_STORIES)))
        .addStages(
            stage(TUNED_UNDER_BASE).setLogProbability(logProbability(BASE_MODEL, TUNED_STORIES)))
        .addStages(
            stage(TUNED_UNDER_TUNED)
                .setLogProbability(logProbability("stage:" + TUNE, TUNED_STORIES)))
        .addStages(stage(TUNED_AGAINST_BASE).setEvaluate(evaluation(TUNED_STORIES, BASE_STORIES)))
        .addStages(
            stage(CONTROL_AGAINST_BASE).setEvaluate(evaluation(CONTROL_STORIES, BASE_STORIES)))
        .build();
  }

  private static Stage.Builder stage(String name) {
    return Stage.newBuilder().setName(name);
  }

  private SampleStage heldOut(String model, int stream) {
    return sample(model, HELD_OUT_OPENINGS, size.comparisonsPerOpening(), stream);
  }

  private SampleStage sample(String model, String prompts, int completions, int stream) {
    return SampleStage.newBuilder()
        .setModel(model)
        .setPrompts(prompts)
        .setSampling(
            SamplingParameters.newBuilder()
                .setCompletionsPerPrompt(completions)
                .setMaxNewTokens(size.tokens())
                .setTemperature(1)
                .setTopP(1)
                .setSeed(10 * seed + stream))
        .build();
  }

  private TrainStage training() {
    return TrainStage.newBuilder()
        .setModel(BASE_MODEL)
        .setPairs(PAIRS)
        .setObjective(ObjectiveSpec.newBuilder().setName("dpo").putParameters("beta", BETA))
        .setHyperParameters(
            HyperParameters.newBuilder()
                .setLearningRate(1e-4)
                .setBatchSize(8)
                .setEpochs(size.epochs())
                .setWarmupSteps(2)
                .setSeed(seed))
        .build();
  }

  private static LogProbabilityStage logProbability(String model, String completions) {
    return LogProbabilityStage.newBuilder().setModel(model).setCompletions(completions).build();
  }

  private EvaluateStage evaluation(String a, String b) {
    EvaluateStage.Builder stage = EvaluateStage.newBuilder().setA(a).setB(b).setSeed(seed);
    stage.addJudges(
        JudgeSpec.newBuilder()
            .setName(RELEVANCE_JUDGE)
            .setModel("reward:relevance")
            .setPrinciple(principle)
            .setTemperature(RELEVANCE_TEMPERATURE)
            .setNote("trained on: it labelled the pairs"));
    stage.addJudges(
        JudgeSpec.newBuilder()
            .setName(HEAD_JUDGE)
            .setModel("reward:stage:" + HEAD)
            .setPrinciple(principle)
            .setTemperature(1)
            .setNote("fitted on the pairs of the training openings only"));
    if (chatJudge) {
      stage.addJudges(
          JudgeSpec.newBuilder()
              .setName(CHAT_JUDGE)
              .setModel("chat:default")
              .setPrinciple(principle)
              .setNote("PLUMBLINE_JUDGE_URL; had no part in training"));
    }
    return stage.build();
  }
}
