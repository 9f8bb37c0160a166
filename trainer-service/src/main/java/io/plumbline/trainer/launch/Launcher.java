package io.plumbline.trainer.launch;

import io.smallrye.mutiny.Uni;

/** A way to start workers. */
public interface Launcher {
  /** What a specification calls it. */
  String name();

  /** Where a worker that it starts reaches the trainer, HOST:PORT. */
  String trainerAddress();

  /**
   * Starts a worker and returns a handle that is kept in the database. Fails with
   * FAILED_PRECONDITION when the configuration cannot work, which no other attempt would change.
   */
  Uni<String> launch(WorkerLaunch worker);

  Uni<WorkerState> inspect(String handle);

  /** Ends the worker, if it is there. */
  Uni<Void> stop(String handle);
}
