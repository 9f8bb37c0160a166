package io.plumbline.trainer.recipe.graph;

import io.plumbline.api.v1alpha1.EvaluateStage;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.PairStage;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.PromptsStage;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.TrainRewardStage;
import io.plumbline.trainer.fault.Violations;
import io.plumbline.trainer.training.SpecRules;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What each kind of stage must hold, given the stages above it. */
final class StageRules {
  private static final Pattern MODEL_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final double MOST_HELD_OUT = 0.5;

  private final Violations violations;
  private final Map<String, Stage> above;
  private final RecipeGraph graph;
  private final SpecRules rules;

  StageRules(Violations violations, Map<String, Stage> above, RecipeGraph graph) {
    this.violations = violations;
    this.above = above;
    this.graph = graph;
    this.rules = new SpecRules(violations);
  }

  void check(Stage stage, String field) {
    switch (stage.getKindCase()) {
      case PROMPTS -> prompts(stage.getPrompts(), field + ".prompts");
      case SAMPLE -> {
        input(stage.getSample().getPrompts(), Product.PROMPTS, field + ".sample.prompts");
        model(stage.getSample().getModel(), Product.CHECKPOINT, field + ".sample.model");
        rules.sampling(stage.getSample().getSampling(), field + ".sample.sampling");
      }
      case ANNOTATE -> {
        input(
            stage.getAnnotate().getCompletions(),
            Product.COMPLETIONS,
            field + ".annotate.completions");
        model(
            stage.getAnnotate().getRewardModel(),
            Product.REWARD_MODEL,
            field + ".annotate.reward_model");
      }
      case PAIR -> pair(stage.getPair(), field + ".pair");
      case TRAIN_REWARD -> trainReward(stage.getTrainReward(), field + ".train_reward");
      case TRAIN -> {
        input(stage.getTrain().getPairs(), Product.PAIRS, field + ".train.pairs");
        model(stage.getTrain().getModel(), Product.CHECKPOINT, field + ".train.model");
        rules.objective(stage.getTrain().getObjective(), field + ".train.objective");
        rules.hyperParameters(
            stage.getTrain().getHyperParameters(), field + ".train.hyper_parameters");
      }
      case LOG_PROBABILITY -> {
        input(
            stage.getLogProbability().getCompletions(),
            Product.COMPLETIONS,
            field + ".log_probability.completions");
        model(
            stage.getLogProbability().getModel(),
            Product.CHECKPOINT,
            field + ".log_probability.model");
      }
      case EVALUATE -> evaluate(stage.getEvaluate(), field + ".evaluate");
      case KIND_NOT_SET ->
          violations.require(false, field + ".kind", "must be set; see Stage in recipe.proto");
    }
  }

  private void prompts(PromptsStage stage, String field) {
    violations.require(stage.getPromptsCount() >= 1, field + ".prompts", "must not be empty");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < stage.getPromptsCount(); i++) {
      Prompt prompt = stage.getPrompts(i);
      String name = "%s.prompts[%d]".formatted(field, i);
      violations.require(!prompt.getId().isBlank(), name + ".id", "must be set");
      violations.require(
          ids.add(prompt.getId()), name + ".id", "'%s' is there twice".formatted(prompt.getId()));
      violations.require(prompt.getMessagesCount() >= 1, name + ".messages", "must not be empty");
    }
  }

  private void pair(PairStage stage, String field) {
    input(stage.getCompletions(), Product.COMPLETIONS, field + ".completions");
    violations.require(
        graph.annotationOf(stage.getCompletions()).isPresent(),
        field + ".completions",
        "'%s' has no rewards; pair the completions of an annotate stage"
            .formatted(stage.getCompletions()));
    violations.require(
        stage.getMinMargin() >= 0 && Double.isFinite(stage.getMinMargin()),
        field + ".min_margin",
        "must be >= 0");
    violations.require(
        stage.getMaxPairsPerPrompt() >= 0,
        field + ".max_pairs_per_prompt",
        "must be >= 1; 0 means 1");
  }

  private void trainReward(TrainRewardStage stage, String field) {
    input(stage.getPairs(), Product.PAIRS, field + ".pairs");
    violations.require(
        MODEL_NAME.matcher(stage.getName()).matches(),
        field + ".name",
        "must be 1 to 64 letters, digits, '-' or '_'");
    violations.require(
        stage.getAlias().isEmpty() || MODEL_NAME.matcher(stage.getAlias()).matches(),
        field + ".alias",
        "must be up to 64 letters, digits, '-' or '_'");
    violations.require(
        stage.getRidge() >= 0 && Double.isFinite(stage.getRidge()),
        field + ".ridge",
        "must be > 0; 0 means the default");
    violations.require(
        stage.getHeldOutShare() >= 0 && stage.getHeldOutShare() <= MOST_HELD_OUT,
        field + ".held_out_share",
        "must be in [0, 0.5]");
  }

  private void evaluate(EvaluateStage stage, String field) {
    input(stage.getA(), Product.COMPLETIONS, field + ".a");
    input(stage.getB(), Product.COMPLETIONS, field + ".b");
    violations.require(stage.getJudgesCount() >= 1, field + ".judges", "must name one at least");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < stage.getJudgesCount(); i++) {
      JudgeSpec judge = stage.getJudges(i);
      String name = "%s.judges[%d]".formatted(field, i);
      violations.require(
          !judge.getName().isBlank() && names.add(judge.getName()),
          name + ".name",
          "must be set and unique");
      model(judge.getModel(), Product.REWARD_MODEL, name + ".model");
    }
    violations.require(
        stage.getLevel() >= 0 && stage.getLevel() < 1,
        field + ".level",
        "must be in (0, 1); 0 means 0.95");
  }

  private void input(String name, Product expected, String field) {
    Stage stage = above.get(name);
    violations.require(
        stage != null && Product.of(stage) == expected,
        field,
        stage == null
            ? "no stage above is called '%s'".formatted(name)
            : "stage '%s' makes %s; a stage that makes %s is due"
                .formatted(name, Product.of(stage).title(), expected.title()));
  }

  private void model(String name, Product expected, String field) {
    violations.require(!name.isBlank(), field, "must name a model, or stage:NAME");
    StageReference.parse(name).ifPresent(reference -> input(reference.stage(), expected, field));
  }
}
