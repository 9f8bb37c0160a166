package io.plumbline.judge.run;

/** The run was cancelled, or another worker took it over. */
final class LostRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostRunException() {
    super("the run is no longer this worker's");
  }
}
