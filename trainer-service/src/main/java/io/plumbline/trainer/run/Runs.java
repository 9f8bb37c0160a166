package io.plumbline.trainer.run;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.store.Ids;
import io.plumbline.trainer.store.Page;
import io.plumbline.trainer.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hibernate.exception.ConstraintViolationException;

/** The runs of both kinds: created once by request id, changed under a lock, with their events. */
@ApplicationScoped
public class Runs {
  private final Transactions transactions;
  private final RunRepository runs;
  private final EventRepository events;
  private final RunSignals signals;

  @Inject
  Runs(Transactions transactions, RunRepository runs, EventRepository events, RunSignals signals) {
    this.transactions = requireNonNull(transactions, "transactions is null");
    this.runs = requireNonNull(runs, "runs is null");
    this.events = requireNonNull(events, "events is null");
    this.signals = requireNonNull(signals, "signals is null");
  }

  /**
   * Creates a run, or returns the one that has this request id.
   *
   * @param sameSpec whether a stored specification is the one that is asked for again
   * @param with what else is stored in the same transaction
   */
  public Uni<StoredRun> create(
      RunKind kind,
      String requestId,
      byte[] spec,
      Predicate<byte[]> sameSpec,
      Function<StoredRun, Uni<Void>> with) {
    return transactions
        .run(
            () ->
                runs.findByRequestId(kind, requestId)
                    .invoke(known -> checkSpec(known, sameSpec))
                    .onItem()
                    .ifNull()
                    .switchTo(() -> persistNew(kind, requestId, spec, with)))
        // Two at once: the other one has stored it by now.
        .onFailure(ConstraintViolationException.class)
        .retry()
        .atMost(1)
        .invoke(run -> signals.signal(run.id));
  }

  private Uni<StoredRun> persistNew(
      RunKind kind, String requestId, byte[] spec, Function<StoredRun, Uni<Void>> with) {
    Instant now = Instant.now();
    var run = new StoredRun();
    run.id = Ids.next(now);
    run.kind = kind;
    run.requestId = requestId;
    run.spec = spec;
    run.queue(now);
    return runs.persistAndFlush(run).call(() -> with.apply(run)).call(() -> storeEvents(run));
  }

  private static void checkSpec(StoredRun known, Predicate<byte[]> sameSpec) {
    if (known != null && !sameSpec.test(known.spec)) {
      throw new Fault(
          Code.ALREADY_EXISTS,
          "request_id: '%s' was used for another specification (run %s); choose a new one"
              .formatted(known.requestId, known.id));
    }
  }

  /** Changes a run under its lock; its new events are stored with it. */
  public <T> Uni<T> change(RunKind kind, String id, Function<StoredRun, Uni<T>> change) {
    return transactions
        .run(
            () ->
                runs.findById(id, LockModeType.PESSIMISTIC_WRITE)
                    .onItem()
                    .transform(run -> requireKind(run, kind, id))
                    .flatMap(run -> change.apply(run).call(() -> storeEvents(run))))
        .invoke(() -> signals.signal(id));
  }

  private Uni<Void> storeEvents(StoredRun run) {
    List<StoredEvent> added =
        run.takePending().stream().map(event -> StoredEvent.of(run.id, event)).toList();
    return added.isEmpty() ? Uni.createFrom().voidItem() : events.persist(added);
  }

  /** Throws NOT_FOUND. */
  public Uni<StoredRun> get(RunKind kind, String id) {
    return transactions.run(() -> getWithin(kind, id));
  }

  /** As {@link #get}, in the transaction that is under way. */
  public Uni<StoredRun> getWithin(RunKind kind, String id) {
    return runs.findById(id).map(run -> requireKind(run, kind, id));
  }

  public Uni<List<StoredRun>> unfinished(RunKind kind) {
    return transactions.run(() -> runs.unfinished(kind));
  }

  public Uni<Page<StoredRun>> list(RunKind kind, int requestedSize, String token) {
    int size = Page.size(requestedSize);
    return transactions
        .run(() -> runs.newest(kind, token, size + 1))
        .map(found -> Page.of(found, size, run -> run.id));
  }

  /** Asks a run to stop; one that has ended stays as it is. */
  public Uni<StoredRun> requestCancel(RunKind kind, String id) {
    return change(
        kind,
        id,
        run -> {
          if (!run.isEnded() && !run.isCancelRequested()) {
            Instant now = Instant.now();
            run.cancelRequested = now;
            run.say("cancel requested", now);
          }
          return Uni.createFrom().item(run);
        });
  }

  private static StoredRun requireKind(StoredRun run, RunKind kind, String id) {
    if (run == null || run.kind != kind) {
      throw Fault.notFound(kind.title(), id);
    }
    return run;
  }
}
