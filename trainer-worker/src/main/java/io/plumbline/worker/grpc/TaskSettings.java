package io.plumbline.worker.grpc;

import io.plumbline.api.v1alpha1.SamplingParameters;
import io.plumbline.worker.sampling.SamplingOptions;
import io.plumbline.worker.training.HyperParameters;

/** The contract's settings as the engine takes them, what is left at zero replaced as it says. */
final class TaskSettings {

  private TaskSettings() {}

  static SamplingOptions sampling(SamplingParameters parameters) {
    return new SamplingOptions(
        parameters.getCompletionsPerPrompt(),
        parameters.getMaxNewTokens(),
        parameters.getTemperature(),
        parameters.getTopP() == 0 ? 1 : parameters.getTopP(),
        parameters.getSeed());
  }

  static HyperParameters training(io.plumbline.api.v1alpha1.HyperParameters parameters) {
    return new HyperParameters(
        parameters.getLearningRate(),
        parameters.getBatchSize(),
        orElse(parameters.getGradientAccumulation(), 1),
        orElse(parameters.getEpochs(), 1),
        parameters.getMaxSteps(),
        parameters.getWarmupSteps(),
        parameters.getWeightDecay(),
        orElse(parameters.getMaxGradientNorm(), 1),
        orElse(parameters.getAdamBeta1(), 0.9),
        orElse(parameters.getAdamBeta2(), 0.999),
        parameters.getMaxLength(),
        parameters.getSeed(),
        parameters.getCheckpointEvery());
  }

  private static int orElse(int value, int otherwise) {
    return value == 0 ? otherwise : value;
  }

  private static double orElse(double value, double otherwise) {
    return value == 0 ? otherwise : value;
  }
}
