package io.plumbline.judge.model.limit;

import io.plumbline.judge.storage.Batcher;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What models have cost, over all processes and restarts. Other processes' spending is seen with
 * the next own entry, at most some seconds late while calls are made.
 */
@ApplicationScoped
public class Spending {
  private static final Logger LOG = Logger.getLogger(Spending.class);
  private static final int LARGEST_BATCH = 4_096;
  private static final int MOST_WAITING = 100_000;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String FIND = "select spent from model_spending where model = $1";
  // Models in one order, or two processes could wait for each other's rows.
  private static final String ADD =
      "insert into model_spending (model, spent) select * from"
          + " unnest($1::varchar[], $2::double precision[]) on conflict (model)"
          + " do update set spent = model_spending.spent + excluded.spent returning model, spent";

  private record Entry(String model, double cost) {}

  private final Pool pool;
  private final Map<String, Double> stored = new ConcurrentHashMap<>();
  private final Map<String, Double> unwritten = new ConcurrentHashMap<>();
  private final Batcher<Entry, Boolean> entries;

  Spending(Pool pool) {
    this.pool = pool;
    this.entries =
        new Batcher<>(
            LARGEST_BATCH,
            MOST_WAITING,
            PAUSE,
            batch -> write(batch).replaceWith(Collections.nCopies(batch.size(), true)));
  }

  /** What a model has cost so far. */
  public Uni<Double> of(String model) {
    if (stored.containsKey(model)) {
      return Uni.createFrom().item(known(model));
    }
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(model))
        .invoke(
            rows ->
                stored.putIfAbsent(
                    model, rows.size() == 0 ? 0 : rows.iterator().next().getDouble(0)))
        .map(rows -> known(model));
  }

  private double known(String model) {
    return stored.get(model) + unwritten.getOrDefault(model, 0.0);
  }

  public void add(String model, double cost) {
    unwritten.merge(model, cost, Double::sum);
    entries
        .submit(new Entry(model, cost))
        .subscribe()
        .with(
            ignored -> {},
            failure ->
                LOG.warnf("spending of %s is known to this process only: %s", model, failure));
  }

  private Uni<RowSet<Row>> write(List<Entry> batch) {
    Map<String, Double> sums = new TreeMap<>();
    batch.forEach(entry -> sums.merge(entry.model(), entry.cost(), Double::sum));
    return pool.preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addArrayOfString(sums.keySet().toArray(String[]::new))
                .addArrayOfDouble(sums.values().toArray(Double[]::new)))
        .invoke(
            rows -> {
              for (Row row : rows) {
                String model = row.getString(0);
                stored.put(model, row.getDouble(1));
                unwritten.merge(model, -sums.get(model), Double::sum);
              }
            });
  }
}
