package io.plumbline.judge.run.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.Comparison;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads what is still to be judged. */
@ApplicationScoped
public class PendingVerdicts {
  private static final int PAGE = 256;

  // Bounded by positions, so that a page costs the same however long the run is; in a function of
  // the database, so that its plan does too.
  private static final String PENDING =
      "select comparison, judge, payload from pending_verdicts($1, $2, $3)"
          + " order by comparison, judge";
  private static final String COUNT =
      "select count(*) from evaluation_comparison where evaluation_id = $1";

  private final Pool pool;

  PendingVerdicts(Pool pool) {
    this.pool = pool;
  }

  /** All of a run, comparison by comparison, read as they are asked for. */
  public Multi<PendingVerdict> of(UUID run) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(run))
        .map(rows -> rows.iterator().next().getInteger(0))
        .onItem()
        .transformToMulti(count -> pages(run, count))
        .onItem()
        .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page));
  }

  private Multi<List<PendingVerdict>> pages(UUID run, int count) {
    AtomicInteger next = new AtomicInteger();
    return Multi.createBy()
        .repeating()
        .uni(() -> page(run, next.getAndAdd(PAGE)))
        .atMost((count + PAGE - 1) / PAGE);
  }

  private Uni<List<PendingVerdict>> page(UUID run, int from) {
    return pool.preparedQuery(PENDING)
        .execute(Tuple.of(run, from, from + PAGE))
        .map(
            rows -> {
              List<PendingVerdict> page = new ArrayList<>(rows.size());
              for (Row row : rows) {
                page.add(
                    new PendingVerdict(row.getInteger(1), row.getInteger(0), comparison(run, row)));
              }
              return page;
            });
  }

  private static Comparison comparison(UUID run, Row row) {
    try {
      return Comparison.parseFrom(row.getBuffer(2).getBytes());
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException(
          "stored comparison " + row.getInteger(0) + " of " + run + " cannot be read", damaged);
    }
  }
}
