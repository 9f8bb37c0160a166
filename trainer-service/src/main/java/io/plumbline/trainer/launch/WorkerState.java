package io.plumbline.trainer.launch;

/** What a launcher knows of a worker that it started. */
public sealed interface WorkerState {
  /** It has not ended, as far as the launcher can see. */
  record Running() implements WorkerState {}

  /**
   * It ended by itself, or by somebody else's doing.
   *
   * @param detail how, for people: an exit code, a condition, where its log is
   */
  record Ended(String detail) implements WorkerState {}

  /**
   * It ended because this service did, which is not its fault.
   *
   * @param detail how, for people
   */
  record Interrupted(String detail) implements WorkerState {}
}
