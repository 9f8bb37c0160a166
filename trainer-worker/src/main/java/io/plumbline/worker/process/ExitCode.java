package io.plumbline.worker.process;

/** How a worker's process ends. */
public enum ExitCode {
  /** The task is done and everything is stored. */
  DONE(0),
  /** The task failed; the trainer was told why. */
  FAILED(1),
  /** The command line or the task is wrong. */
  BAD_INPUT(2),
  /** Stopped by a signal or a cancellation, after a checkpoint; the run can go on. */
  INTERRUPTED(3),
  /** The trainer was out of reach for too long; a checkpoint was written. */
  TRAINER_LOST(4),
  /** Another attempt has taken over this run; nothing more was written. */
  OUTDATED(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The process's exit status. */
  public int code() {
    return code;
  }
}
