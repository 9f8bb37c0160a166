package io.plumbline.blackbox.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** Events of long work. */
public final class Runs {
  private Runs() {}

  /** All events of a watch, whose positions follow each other after a position. */
  public static List<RunEvent> watched(Iterator<RunEvent> stream, long after) {
    List<RunEvent> events = new ArrayList<>();
    stream.forEachRemaining(events::add);
    assertThat(events)
        .extracting(RunEvent::getPosition)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(after + 1, after + events.size()).boxed().toList());
    return events;
  }

  /** The state of the last event that tells one. */
  public static RunState lastState(List<RunEvent> events) {
    RunState state = RunState.RUN_STATE_UNSPECIFIED;
    for (RunEvent event : events) {
      if (event.getBodyCase() == RunEvent.BodyCase.STATE) {
        state = event.getState();
      }
    }
    return state;
  }
}
