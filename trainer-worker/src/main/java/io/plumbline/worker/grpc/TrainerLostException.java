package io.plumbline.worker.grpc;

/** The trainer could not be reached for longer than the worker has patience. */
public final class TrainerLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrainerLostException(String cause) {
    super(cause + ": see whether trainer-service runs, it will start this run again");
  }
}
