package io.plumbline.worker.training;

/**
 * Linear warm-up to the peak, then a cosine to zero (Loshchilov and Hutter 2017, eq. 5, one cycle).
 * The first step has a rate above zero and the last one too, so that no step is without effect.
 *
 * @param peak highest rate
 * @param warmupSteps steps until it is reached
 * @param totalSteps steps of the run
 */
record LearningRateSchedule(double peak, int warmupSteps, int totalSteps) {

  /** The rate of a step, counted from 0. */
  double at(int step) {
    if (step < warmupSteps) {
      return peak * (step + 1) / warmupSteps;
    }
    double progress = (double) (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
    return peak * 0.5 * (1 + Math.cos(Math.PI * progress));
  }
}
