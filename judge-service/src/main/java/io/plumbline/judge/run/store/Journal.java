package io.plumbline.judge.run.store;

import com.google.protobuf.Timestamp;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.RunEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Appends events to a run whose row is locked, so that positions have no gaps. */
final class Journal {
  private Journal() {}

  static Uni<Void> append(EvaluationRow run, RunEvent.Builder event) {
    run.events++;
    EventRow row = new EventRow();
    row.key = new EventRow.Key(run.id, run.events);
    row.payload = event(event, run.events, Instant.now()).toByteArray();
    return row.persist().replaceWithVoid();
  }

  static Uni<Void> state(EvaluationRow run) {
    return append(run, RunEvent.newBuilder().setState(RunStates.message(run.state)));
  }

  static Uni<Void> message(EvaluationRow run, String line) {
    return append(run, RunEvent.newBuilder().setMessage(line));
  }

  static RunEvent event(RunEvent.Builder event, long position, Instant time) {
    return event
        .setPosition(position)
        .setTime(Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
        .build();
  }

  static Progress progress(long done, long total) {
    return Progress.newBuilder()
        .setPhase("judge")
        .setDone(done)
        .setTotal(total)
        .setUnit("verdicts")
        .build();
  }
}
