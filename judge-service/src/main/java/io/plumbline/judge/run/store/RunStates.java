package io.plumbline.judge.run.store;

import com.google.protobuf.Timestamp;
import com.google.rpc.Status;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import java.time.Instant;

/** A stored run as the contract's status. */
public final class RunStates {
  private RunStates() {}

  public static RunStatus status(EvaluationRow run) {
    RunStatus.Builder status =
        RunStatus.newBuilder()
            .setId(run.id.toString())
            .setRequestId(run.requestId)
            .setState(message(run.state))
            .setProgress(Journal.progress(run.done, run.total))
            .setCreated(timestamp(run.created));
    if (run.started != null) {
      status.setStarted(timestamp(run.started));
    }
    if (run.ended != null) {
      status.setEnded(timestamp(run.ended));
    }
    if (run.state == RunStateName.FAILED) {
      status.setError(Status.newBuilder().setCode(run.errorCode).setMessage(run.errorMessage));
    }
    return status.build();
  }

  static RunState message(RunStateName state) {
    return switch (state) {
      case QUEUED -> RunState.RUN_STATE_QUEUED;
      case RUNNING -> RunState.RUN_STATE_RUNNING;
      case SUCCEEDED -> RunState.RUN_STATE_SUCCEEDED;
      case FAILED -> RunState.RUN_STATE_FAILED;
      case CANCELLED -> RunState.RUN_STATE_CANCELLED;
    };
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
