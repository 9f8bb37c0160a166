package io.plumbline.trainer.recipe;

import static java.util.Objects.requireNonNull;

import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.RunSignals;
import io.plumbline.trainer.run.RunSignals.Signal;
import io.plumbline.trainer.run.Runs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Notices that somebody asked a recipe to stop. */
@ApplicationScoped
class CancelWatch {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Runs runs;
  private final RunSignals signals;

  @Inject
  CancelWatch(Runs runs, RunSignals signals) {
    this.runs = requireNonNull(runs, "runs is null");
    this.signals = requireNonNull(signals, "signals is null");
  }

  /** Fails with {@link StopRequested} when a cancel is asked for, and never ends otherwise. */
  <T> Uni<T> stopRequest(String runId) {
    return Uni.createFrom()
        .deferred(() -> look(runId))
        .repeat()
        .until(requested -> requested)
        .collect()
        .last()
        .onItem()
        .transformToUni(ignored -> Uni.createFrom().failure(new StopRequested()));
  }

  private Uni<Boolean> look(String runId) {
    Signal signal = signals.next(runId);
    return runs.get(RunKind.RECIPE, runId)
        .map(run -> run.isCancelRequested())
        .call(requested -> requested ? Uni.createFrom().voidItem() : signal.await(LONGEST_WAIT));
  }
}
