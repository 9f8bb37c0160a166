package io.plumbline.objectives;

/** How much of the global batch the gradient of one example depends on. */
public enum Coupling {
  /** On the example alone, and on counts known before any forward pass. */
  SEPARABLE,
  /** Also on detached sums over the global batch ({@link Objective#statistics}). */
  STATISTICS,
  /** On every example: {@link Objective#evaluate} must be given the whole global batch. */
  COUPLED
}
