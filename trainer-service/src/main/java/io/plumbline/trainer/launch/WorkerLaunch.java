package io.plumbline.trainer.launch;

/**
 * One start of a worker.
 *
 * @param runId the training run
 * @param attempt from 1
 * @param token what the worker proves itself with; a secret
 * @param trainer HOST:PORT of the trainer's gRPC door
 */
public record WorkerLaunch(String runId, int attempt, String token, String trainer) {
  /** The environment variable that brings the token to the worker. */
  static final String TOKEN_VARIABLE = "PLUMBLINE_WORKER_TOKEN";

  /** Without the token. */
  @Override
  public String toString() {
    return "attempt %d of %s at %s".formatted(attempt, runId, trainer);
  }
}
