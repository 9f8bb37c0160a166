package io.plumbline.trainer.run;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.trainer.store.Timestamps;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A run's state machine: QUEUED, RUNNING, then one of SUCCEEDED, FAILED and CANCELLED, which it
 * never leaves. Every change adds an event; {@link Runs} stores both together.
 */
@Entity
@Table(name = "run")
public class StoredRun {
  private static final Set<RunState> END_STATES =
      EnumSet.of(
          RunState.RUN_STATE_SUCCEEDED, RunState.RUN_STATE_FAILED, RunState.RUN_STATE_CANCELLED);

  @Id public String id;

  @Enumerated(EnumType.STRING)
  public RunKind kind;

  @Column(name = "request_id")
  public String requestId;

  public byte[] spec;

  @Enumerated(EnumType.STRING)
  public RunState state;

  public byte[] progress;
  public byte[] error;

  @Column(name = "cancel_requested")
  public Instant cancelRequested;

  @Column(name = "event_count")
  public long eventCount;

  public Instant created;
  public Instant started;
  public Instant ended;

  @Transient private final List<RunEvent> pending = new ArrayList<>();

  public boolean isEnded() {
    return END_STATES.contains(state);
  }

  public boolean isCancelRequested() {
    return cancelRequested != null;
  }

  /** First event of a new run. */
  void queue(Instant now) {
    state = RunState.RUN_STATE_QUEUED;
    created = now;
    add(RunEvent.newBuilder().setState(state), now);
  }

  /** Does nothing when the run is under way already. */
  public void start(Instant now) {
    requireOpen();
    if (state == RunState.RUN_STATE_QUEUED) {
      state = RunState.RUN_STATE_RUNNING;
      started = now;
      add(RunEvent.newBuilder().setState(state), now);
    }
  }

  public void succeed(Instant now) {
    end(RunState.RUN_STATE_SUCCEEDED, now);
  }

  public void cancelled(Instant now) {
    end(RunState.RUN_STATE_CANCELLED, now);
  }

  public void fail(Status cause, Instant now) {
    error = cause.toByteArray();
    say(cause.getMessage(), now);
    end(RunState.RUN_STATE_FAILED, now);
  }

  private void end(RunState endState, Instant now) {
    requireOpen();
    state = endState;
    ended = now;
    add(RunEvent.newBuilder().setState(endState), now);
  }

  public void progress(Progress reached, Instant now) {
    progress = reached.toByteArray();
    add(RunEvent.newBuilder().setProgress(reached), now);
  }

  public void metrics(Metrics measured, Instant now) {
    add(RunEvent.newBuilder().setMetrics(measured), now);
  }

  /** A line for people. */
  public void say(String message, Instant now) {
    add(RunEvent.newBuilder().setMessage(message), now);
  }

  private void add(RunEvent.Builder event, Instant now) {
    eventCount++;
    pending.add(event.setPosition(eventCount).setTime(Timestamps.of(now)).build());
  }

  /** The events since the last call, to be stored with the run. */
  List<RunEvent> takePending() {
    List<RunEvent> taken = List.copyOf(pending);
    pending.clear();
    return taken;
  }

  private void requireOpen() {
    if (isEnded()) {
      throw new IllegalStateException("run %s has ended: %s".formatted(id, state));
    }
  }

  public RunStatus toStatus() {
    var status =
        RunStatus.newBuilder()
            .setId(id)
            .setRequestId(requestId)
            .setState(state)
            .setCreated(Timestamps.of(created));
    try {
      if (progress != null) {
        status.setProgress(Progress.parseFrom(progress));
      }
      if (error != null) {
        status.setError(Status.parseFrom(error));
      }
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
    if (started != null) {
      status.setStarted(Timestamps.of(started));
    }
    if (ended != null) {
      status.setEnded(Timestamps.of(ended));
    }
    return status.build();
  }
}
