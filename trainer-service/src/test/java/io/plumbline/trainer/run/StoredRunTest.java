package io.plumbline.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.Code;
import com.google.rpc.Status;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredRunTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  @Test
  void numbersItsEventsFromOne() {
    StoredRun run = queued();
    run.start(NOW);
    run.say("hello", NOW);
    run.succeed(NOW);

    assertThat(run.takePending()).extracting(RunEvent::getPosition).containsExactly(1L, 2L, 3L, 4L);
    assertThat(run.takePending()).isEmpty();
    assertThat(run.eventCount).isEqualTo(4);
  }

  @Test
  void startsOnce() {
    StoredRun run = queued();
    run.start(NOW);
    run.start(NOW.plusSeconds(9));

    assertThat(run.started).isEqualTo(NOW);
    assertThat(run.takePending()).hasSize(2);
  }

  @Test
  void neverLeavesItsEndState() {
    StoredRun run = queued();
    run.cancelled(NOW);

    assertThatThrownBy(() -> run.succeed(NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> run.start(NOW)).isInstanceOf(IllegalStateException.class);
    assertThat(run.state).isEqualTo(RunState.RUN_STATE_CANCELLED);
  }

  @Test
  void keepsWhatMadeItFail() {
    StoredRun run = queued();
    run.fail(
        Status.newBuilder().setCode(Code.UNAVAILABLE_VALUE).setMessage("judge is down").build(),
        NOW);

    assertThat(run.toStatus().getError().getMessage()).isEqualTo("judge is down");
    assertThat(run.toStatus().getEnded().getSeconds()).isEqualTo(NOW.getEpochSecond());
  }

  private static StoredRun queued() {
    var run = new StoredRun();
    run.id = "1";
    run.requestId = "r";
    run.queue(NOW);
    return run;
  }
}
