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

  // Bounded by positions, so that a page costs the same however long the run is. The offset keeps
  // the planner from a join over all verdicts of the run, of which it has no statistics yet.
  private static final String PENDING =
      "select c.comparison, j.judge, c.payload from evaluation_comparison c"
          + " join evaluation_judge j on j.evaluation_id = c.evaluation_id"
          + " where c.evaluation_id = $1 and c.comparison >= $2 and c.comparison < $3"
          + " and not exists (select from evaluation_verdict v where v.evaluation_id = $1"
          + " and v.judge = j.judge and v.comparison = c.comparison offset 0)"
          + " order by c.comparison, j.judge";
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
