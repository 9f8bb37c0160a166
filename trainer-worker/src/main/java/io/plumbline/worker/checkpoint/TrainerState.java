package io.plumbline.worker.checkpoint;

import java.util.Map;

/**
 * What a run needs besides weights and moments to go on exactly; the order of the data and the
 * learning rate follow from the step.
 *
 * @param step optimiser steps done
 * @param run describes data, objective and hyper-parameters, so that no other run takes it up
 * @param objective the objective's own state
 */
public record TrainerState(int step, String run, Map<String, Double> objective) {

  /** Keeps its own copy of the objective's state. */
  public TrainerState {
    objective = Map.copyOf(objective);
  }
}
