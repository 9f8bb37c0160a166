package io.plumbline.judge.run.store;

/** States of a run as stored. */
public enum RunStateName {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  public boolean isEnd() {
    return this != QUEUED && this != RUNNING;
  }
}
