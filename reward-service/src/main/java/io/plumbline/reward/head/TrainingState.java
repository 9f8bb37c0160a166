package io.plumbline.reward.head;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a head training stands. */
@RegisterForReflection(ignoreNested = false)
public enum TrainingState {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  /** Whether nothing more happens to it. */
  public boolean isEnd() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
