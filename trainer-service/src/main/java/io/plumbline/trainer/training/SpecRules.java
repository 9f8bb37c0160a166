package io.plumbline.trainer.training;

import io.plumbline.api.v1alpha1.HyperParameters;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.SamplingParameters;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.trainer.fault.Violations;

/** The ranges of sampling, objective and hyper-parameters, for runs and recipes alike. */
public final class SpecRules {
  private static final int MOST_COMPLETIONS = 256;

  private final Violations violations;
  private final Catalogue catalogue = Catalogue.standard();

  public SpecRules(Violations violations) {
    this.violations = violations;
  }

  public void sampling(SamplingParameters sampling, String field) {
    violations.require(
        sampling.getCompletionsPerPrompt() >= 1
            && sampling.getCompletionsPerPrompt() <= MOST_COMPLETIONS,
        field + ".completions_per_prompt",
        "must be 1 to " + MOST_COMPLETIONS);
    violations.require(
        sampling.getMaxNewTokens() >= 1, field + ".max_new_tokens", "must be at least 1");
    violations.require(
        sampling.getTemperature() >= 0 && Double.isFinite(sampling.getTemperature()),
        field + ".temperature",
        "must be >= 0; 0 is greedy");
    violations.require(
        sampling.getTopP() >= 0 && sampling.getTopP() <= 1,
        field + ".top_p",
        "must be in (0, 1]; 0 means 1");
  }

  public void objective(ObjectiveSpec objective, String field) {
    if (objective.getName().isBlank()) {
      violations.require(
          false, field + ".name", "must be set; `plumbline objectives list` names all");
      return;
    }
    try {
      catalogue.create(objective.getName(), objective.getParametersMap());
    } catch (IllegalArgumentException e) {
      violations.require(false, field, e.getMessage());
    }
  }

  public void hyperParameters(HyperParameters parameters, String field) {
    violations.require(
        parameters.getLearningRate() > 0 && Double.isFinite(parameters.getLearningRate()),
        field + ".learning_rate",
        "must be > 0, for example 1e-4");
    atLeast(parameters.getBatchSize(), 1, field + ".batch_size");
    atLeast(parameters.getGradientAccumulation(), 0, field + ".gradient_accumulation");
    atLeast(parameters.getEpochs(), 0, field + ".epochs");
    atLeast(parameters.getMaxSteps(), 0, field + ".max_steps");
    violations.require(
        parameters.getEpochs() >= 1 || parameters.getMaxSteps() >= 1,
        field + ".epochs",
        "epochs or max_steps must be at least 1");
    atLeast(parameters.getWarmupSteps(), 0, field + ".warmup_steps");
    atLeast(parameters.getMaxLength(), 0, field + ".max_length");
    atLeast(parameters.getCheckpointEvery(), 0, field + ".checkpoint_every");
    notNegative(parameters.getWeightDecay(), field + ".weight_decay");
    notNegative(parameters.getMaxGradientNorm(), field + ".max_gradient_norm");
    decay(parameters.getAdamBeta1(), field + ".adam_beta1");
    decay(parameters.getAdamBeta2(), field + ".adam_beta2");
  }

  private void atLeast(int value, int least, String field) {
    violations.require(value >= least, field, "must be at least " + least);
  }

  private void notNegative(double value, String field) {
    violations.require(value >= 0 && Double.isFinite(value), field, "must be >= 0");
  }

  private void decay(double value, String field) {
    violations.require(value >= 0 && value < 1, field, "must be in [0, 1); 0 means the default");
  }
}
