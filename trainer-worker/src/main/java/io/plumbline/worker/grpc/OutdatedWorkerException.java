package io.plumbline.worker.grpc;

/** The trainer no longer takes this worker's token: another attempt works on the run. */
public final class OutdatedWorkerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutdatedWorkerException(String said) {
    super("the trainer refuses this worker's token (" + said + "): it stops without a trace");
  }
}
