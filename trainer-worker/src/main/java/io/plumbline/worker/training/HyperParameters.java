package io.plumbline.worker.training;

import io.plumbline.worker.task.WorkerException;

/**
 * The settings of a training run.
 *
 * @param learningRate peak of the schedule, above 0
 * @param batchSize pairs in a step
 * @param gradientAccumulation micro-batches that a step is cut into
 * @param epochs passes over the data
 * @param maximumSteps ends earlier than the epochs; 0 for no limit
 * @param warmupSteps steps of linear warm-up
 * @param weightDecay AdamW's decay of matrices; vectors are never decayed
 * @param maximumGradientNorm clips the global norm
 * @param beta1 decay of AdamW's first moment
 * @param beta2 decay of AdamW's second moment
 * @param maximumLength longer rows are cut; 0 for the model's context
 * @param seed of the data's order
 * @param checkpointEvery steps between checkpoints; 0 for the end only
 */
public record HyperParameters(
    double learningRate,
    int batchSize,
    int gradientAccumulation,
    int epochs,
    int maximumSteps,
    int warmupSteps,
    double weightDecay,
    double maximumGradientNorm,
    double beta1,
    double beta2,
    int maximumLength,
    long seed,
    int checkpointEvery) {

  /** Refuses values out of range. */
  public HyperParameters {
    require(
        learningRate > 0 && learningRate < 10, "learning_rate", learningRate, "a number above 0");
    require(batchSize >= 1, "batch_size", batchSize, "1 or more");
    require(
        gradientAccumulation >= 1 && gradientAccumulation <= batchSize,
        "gradient_accumulation",
        gradientAccumulation,
        "1 to batch_size");
    require(epochs >= 1, "epochs", epochs, "1 or more");
    require(maximumSteps >= 0, "max_steps", maximumSteps, "0 or more");
    require(warmupSteps >= 0, "warmup_steps", warmupSteps, "0 or more");
    require(weightDecay >= 0 && weightDecay < 1, "weight_decay", weightDecay, "a number in [0, 1)");
    require(maximumGradientNorm > 0, "max_gradient_norm", maximumGradientNorm, "a number above 0");
    require(beta1 >= 0 && beta1 < 1, "adam_beta1", beta1, "a number in [0, 1)");
    require(beta2 >= 0 && beta2 < 1, "adam_beta2", beta2, "a number in [0, 1)");
    require(maximumLength >= 0, "max_length", maximumLength, "0 or more");
    require(checkpointEvery >= 0, "checkpoint_every", checkpointEvery, "0 or more");
  }

  private static void require(boolean right, String field, Object value, String wanted) {
    if (!right) {
      throw WorkerException.badInput(
          "hyper_parameters." + field + " is " + value, "give " + wanted);
    }
  }

  /** Optimiser steps of the whole run. */
  public int totalSteps(int examples) {
    int perEpoch = (examples + batchSize - 1) / batchSize;
    int all = Math.multiplyExact(perEpoch, epochs);
    return maximumSteps > 0 ? Math.min(all, maximumSteps) : all;
  }
}
