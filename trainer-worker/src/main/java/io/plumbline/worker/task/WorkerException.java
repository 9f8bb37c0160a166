package io.plumbline.worker.task;

/** A task that cannot be done; the message is one line that names the cause and the remedy. */
public final class WorkerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean input;

  private WorkerException(String message, boolean input, Throwable origin) {
    super(message, origin);
    this.input = input;
  }

  /** The task itself is wrong: a row, a parameter, a model of an unknown kind. */
  public static WorkerException badInput(String cause, String remedy) {
    return new WorkerException(cause + ": " + remedy, true, null);
  }

  /** The work failed although the task may be right: a disk, a diverged loss. */
  public static WorkerException failed(String cause, String remedy, Throwable origin) {
    return new WorkerException(cause + ": " + remedy, false, origin);
  }

  /** Whether the task has to be changed before it can succeed. */
  public boolean isBadInput() {
    return input;
  }
}
