package io.plumbline.objectives;

/**
 * A training loss as a pure function: channels and state in, loss, gradients and new state out.
 *
 * <p>See the package description for how an engine drives one.
 */
public interface Objective {
  /** The channels it reads, their layout and its coupling. */
  Signature signature();

  /**
   * The detached sums that {@link #evaluate(Batch, Statistics, ObjectiveState)} needs of the whole
   * global batch. For separable objectives they are counts, known before any forward pass.
   */
  default Statistics statistics(Batch batch) {
    return Statistics.examples(batch);
  }

  /**
   * The same where the sums also depend on the state that the step starts from; the state is that
   * of {@link #evaluate(Batch, Statistics, ObjectiveState)}. Engines call this form.
   */
  default Statistics statistics(Batch batch, ObjectiveState state) {
    return statistics(batch);
  }

  /**
   * Loss, gradients, new state and metrics of one micro-batch.
   *
   * @param batch the micro-batch; the whole global batch when the objective is coupled
   * @param global the statistics of all micro-batches of this optimiser step added up
   * @param state the state that the last step returned, or {@link ObjectiveState#EMPTY}
   * @throws InvalidBatchException when a channel is missing or a row cannot be evaluated
   */
  Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state);

  /**
   * This objective with what it detaches of differentiable channels held at the values of {@code
   * batch}: the function whose gradient {@code evaluate} returns at {@code batch}. The same
   * objective where nothing is detached, or only a step function, a global statistic or a constant
   * channel. Meant for checking gradients by differences.
   */
  default Objective heldAt(Batch batch) {
    return this;
  }

  /** Evaluates a global batch that is held whole. */
  default Evaluation evaluate(Batch batch, ObjectiveState state) {
    return evaluate(batch, statistics(batch, state), state);
  }
}
