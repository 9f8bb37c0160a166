package io.plumbline.judge.model.limit;

import io.plumbline.judge.storage.Batcher;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What models have cost, over all processes and restarts. Other processes' spending is seen with
 * the next own entry, at most some seconds late while calls are made. What could not be written is
 * tried again until it is, and before a shutdown.
 */
@ApplicationScoped
public class Spending {
  private static final Logger LOG = Logger.getLogger(Spending.class);
  private static final int LARGEST_BATCH = 4_096;
  private static final int MOST_WAITING = 100_000;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);
  // After the runs, whose calls end with their own observer.
  private static final int LATE = 4_000;
  private static final String FIND = "select spent from model_spending where model = $1";
  // Models in one order, or two processes could wait for each other's rows.
  private static final String ADD =
      "insert into model_spending (model, spent) select * from"
          + " unnest($1::varchar[], $2::double precision[]) on conflict (model)"
          + " do update set spent = model_spending.spent + excluded.spent returning model, spent";

  private final Pool pool;
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  // Whose spending is to be written; how much of it, the account says then.
  private final Batcher<String, Boolean> entries;

  Spending(Pool pool) {
    this.pool = pool;
    this.entries = new Batcher<>(LARGEST_BATCH, MOST_WAITING, PAUSE, this::written);
  }

  void stop(@Observes @Priority(LATE) ShutdownEvent event) {
    entries
        .drained()
        .ifNoItem()
        .after(SHUTDOWN)
        .fail()
        .onFailure()
        .invoke(
            failure -> LOG.errorf("spending is not written before the shutdown: %s", unwritten()))
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
  }

  /** Completes when it is known what a model has cost so far. */
  Uni<Void> loaded(String model) {
    if (account(model).isKnown()) {
      return Uni.createFrom().voidItem();
    }
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(model))
        .invoke(
            rows ->
                account(model).known(rows.size() == 0 ? 0 : rows.iterator().next().getDouble(0)))
        .replaceWithVoid();
  }

  /** What a model has cost so far, as far as this process knows. */
  double of(String model) {
    return account(model).spent();
  }

  void add(String model, double cost) {
    if (account(model).add(cost)) {
      entries
          .submit(model)
          .subscribe()
          .with(
              ignored -> {}, full -> LOG.errorf("spending of %s is not written: %s", model, full));
    }
  }

  private Map<String, Double> unwritten() {
    Map<String, Double> lost = new TreeMap<>();
    accounts.forEach((model, account) -> lost.put(model, account.unwritten()));
    lost.values().removeIf(sum -> sum == 0);
    return lost;
  }

  private Account account(String model) {
    return accounts.computeIfAbsent(model, any -> new Account());
  }

  // A write that was done although it seemed to fail counts twice: a budget then ends too early,
  // never too late.
  private Uni<List<Boolean>> written(List<String> models) {
    return Uni.createFrom()
        .deferred(() -> write(models))
        .onFailure()
        .invoke(failure -> LOG.warnf("spending is not written yet: %s", failure.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .indefinitely()
        .replaceWith(Collections.nCopies(models.size(), true));
  }

  private Uni<RowSet<Row>> write(List<String> models) {
    Map<String, Double> sums = new TreeMap<>();
    models.forEach(model -> sums.computeIfAbsent(model, name -> account(name).take()));
    return pool.preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addArrayOfString(sums.keySet().toArray(String[]::new))
                .addArrayOfDouble(sums.values().toArray(Double[]::new)))
        .ifNoItem()
        .after(LONGEST_WRITE)
        .fail()
        .invoke(
            rows -> {
              for (Row row : rows) {
                String model = row.getString(0);
                account(model).written(sums.get(model), row.getDouble(1));
              }
            });
  }
}
