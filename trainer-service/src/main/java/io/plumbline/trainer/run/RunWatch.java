package io.plumbline.trainer.run;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.trainer.run.RunSignals.Signal;
import io.plumbline.trainer.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Follows the events of a run, those that are stored and those to come, until its end state. */
@ApplicationScoped
public class RunWatch {
  private static final int PAGE = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Transactions transactions;
  private final Runs runs;
  private final EventRepository events;
  private final RunSignals signals;

  @Inject
  RunWatch(Transactions transactions, Runs runs, EventRepository events, RunSignals signals) {
    this.transactions = requireNonNull(transactions, "transactions is null");
    this.runs = requireNonNull(runs, "runs is null");
    this.events = requireNonNull(events, "events is null");
    this.signals = requireNonNull(signals, "signals is null");
  }

  /** Events after a position, read as they are asked for; fails with NOT_FOUND. */
  public Multi<RunEvent> watch(RunKind kind, String id, long afterPosition) {
    return runs.get(kind, id)
        .onItem()
        .transformToMulti(
            found ->
                Multi.createBy()
                    .repeating()
                    .uni(() -> new long[] {afterPosition}, position -> next(kind, id, position))
                    .whilst(page -> !page.last())
                    .onItem()
                    .transformToIterable(Slice::events));
  }

  private Uni<Slice> next(RunKind kind, String id, long[] position) {
    Signal signal = signals.next(id);
    return transactions
        .run(
            () ->
                runs.getWithin(kind, id)
                    .flatMap(
                        run ->
                            events
                                .after(id, position[0], PAGE)
                                .map(
                                    found ->
                                        new Slice(
                                            found.stream().map(StoredEvent::toMessage).toList(),
                                            run.isEnded() && found.size() < PAGE))))
        .invoke(slice -> position[0] += slice.events().size())
        .call(
            slice ->
                slice.last() || !slice.events().isEmpty()
                    ? Uni.createFrom().voidItem()
                    : signal.await(LONGEST_WAIT));
  }

  private record Slice(List<RunEvent> events, boolean last) {}
}
