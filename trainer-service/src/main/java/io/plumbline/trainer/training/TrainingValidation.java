package io.plumbline.trainer.training;

import io.plumbline.api.v1alpha1.CreateTrainingRunRequest;
import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.trainer.fault.Violations;
import java.util.Set;

/** What a training run's request must hold. */
final class TrainingValidation {
  private TrainingValidation() {}

  /** Throws INVALID_ARGUMENT with all that is wrong. */
  static void check(CreateTrainingRunRequest request, Set<String> launchers) {
    var violations = new Violations();
    violations.require(
        !request.getRequestId().isBlank(), "request_id", "must be set by the client");
    TrainingSpec spec = request.getSpec();
    var rules = new SpecRules(violations);
    switch (spec.getTaskCase()) {
      case SAMPLE -> {
        model(spec.getSample().getModel(), "spec.sample", violations);
        rules.sampling(spec.getSample().getSampling(), "spec.sample.sampling");
      }
      case TRAIN -> {
        model(spec.getTrain().getModel(), "spec.train", violations);
        rules.objective(spec.getTrain().getObjective(), "spec.train.objective");
        rules.hyperParameters(spec.getTrain().getHyperParameters(), "spec.train.hyper_parameters");
      }
      case LOG_PROBABILITY ->
          model(spec.getLogProbability().getModel(), "spec.log_probability", violations);
      default -> violations.require(false, "spec.task", "must be sample, train or log_probability");
    }
    violations.require(
        spec.getLauncher().isEmpty() || launchers.contains(spec.getLauncher()),
        "spec.launcher",
        "must be one of " + launchers + ", or empty for process");
    violations.raise();
  }

  private static void model(ModelReference model, String task, Violations violations) {
    violations.require(
        !model.getReference().isBlank(),
        task + ".model.reference",
        "must name a model: a name of the catalogue, file:DIRECTORY, npm:… or hf:…");
  }
}
