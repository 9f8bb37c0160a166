package io.plumbline.cli.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.cli.failure.CommandFailedException;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Follows a run of a service to its end. A connection that breaks is taken up again after the last
 * event, so that nothing is shown twice and a restarted service costs a pause only.
 *
 * @param <R> the run, as the service describes it
 */
public final class RunWatch<R> {
  private static final Set<RunState> ENDED =
      Set.of(RunState.RUN_STATE_SUCCEEDED, RunState.RUN_STATE_FAILED, RunState.RUN_STATE_CANCELLED);
  // Attempts in a row without an event; about 40 seconds, in which a service restarts.
  private static final int ATTEMPTS = 24;
  private static final long SHORTEST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final String service;
  private final LongFunction<Iterator<RunEvent>> events;
  private final Supplier<R> run;
  private final Function<R, RunStatus> status;

  /**
   * @param service its name, for errors
   * @param events opens the stream of the events after a position
   * @param run asks for the run as it is now
   * @param status where the run says how it stands
   */
  public RunWatch(
      String service,
      LongFunction<Iterator<RunEvent>> events,
      Supplier<R> run,
      Function<R, RunStatus> status) {
    this.service = service;
    this.events = events;
    this.run = run;
    this.status = status;
  }

  /**
   * Hands on every event until the run has ended.
   *
   * @return the run, whichever way it ended
   * @throws RuntimeException as {@link ServiceErrors} says, when the service refuses or stays away
   */
  public R follow(Consumer<RunEvent> listener) {
    long position = 0;
    int withoutEvent = 0;
    while (true) {
      try {
        Iterator<RunEvent> stream = events.apply(position);
        while (stream.hasNext()) {
          RunEvent event = stream.next();
          position = event.getPosition();
          withoutEvent = 0;
          listener.accept(event);
        }
        R now = run.get();
        if (ENDED.contains(status.apply(now).getState())) {
          return now;
        }
      } catch (StatusRuntimeException broken) {
        if (broken.getStatus().getCode() != Status.Code.UNAVAILABLE || withoutEvent >= ATTEMPTS) {
          throw ServiceErrors.of(service, broken);
        }
      }
      pause(withoutEvent++);
    }
  }

  /**
   * Like {@link #follow}, for a run that is of use only when it succeeded.
   *
   * @param what the run in words, for the error when it did not
   */
  public R succeeded(String what, Consumer<RunEvent> listener) {
    R ended = follow(listener);
    RunStatus end = status.apply(ended);
    return switch (end.getState()) {
      case RUN_STATE_SUCCEEDED -> ended;
      case RUN_STATE_CANCELLED ->
          throw new CommandFailedException(what + " was cancelled; start it again");
      default -> throw ServiceErrors.of(what + " failed", end.getError());
    };
  }

  private static void pause(int withoutEvent) {
    long doubled = SHORTEST_PAUSE_MILLIS << Math.min(withoutEvent, 10);
    try {
      TimeUnit.MILLISECONDS.sleep(Math.min(doubled, LONGEST_PAUSE_MILLIS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("stopped before the end", stopped);
    }
  }
}
