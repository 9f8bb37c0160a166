package io.plumbline.judge.run.store;

import io.plumbline.api.v1alpha1.RunEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Stores verdicts, each exactly once, many in one statement. */
@ApplicationScoped
public class VerdictWrites {
  // Takes the row's lock, which holds until the commit.
  private static final String PROGRESS =
      "update evaluation set done = done + $3, events = events + 1, lease_until = $4,"
          + " cost = cost + $5, attempts = 0"
          + " where id = $1 and worker = $2 and state = 'RUNNING' returning done, total, events";
  private static final String INSERT =
      "insert into evaluation_verdict (evaluation_id, judge, comparison, state, winner,"
          + " probability, both_readable, payload)"
          + " select $1, * from unnest($2::integer[], $3::integer[], $4::varchar[], $5::varchar[],"
          + " $6::double precision[], $7::boolean[], $8::bytea[])";
  private static final String EVENT =
      "insert into evaluation_event (evaluation_id, position, payload) values ($1, $2, $3)";

  private final Pool pool;
  private final Leases leases;

  VerdictWrites(Pool pool, Leases leases) {
    this.pool = pool;
    this.leases = leases;
  }

  /**
   * Stores verdicts and the progress they make, and prolongs the lease.
   *
   * @return false if the run is no longer the worker's, or has ended; nothing is stored then
   */
  public Uni<Boolean> save(UUID run, UUID worker, List<NewVerdict> verdicts) {
    OffsetDateTime lease = OffsetDateTime.ofInstant(leases.end(), ZoneOffset.UTC);
    double cost =
        verdicts.stream().mapToDouble(verdict -> verdict.verdict().getUsage().getCost()).sum();
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(PROGRESS)
                .execute(Tuple.of(run, worker, (long) verdicts.size(), lease, cost))
                .chain(
                    rows ->
                        rows.size() == 0
                            ? Uni.createFrom().item(false)
                            : connection
                                .preparedQuery(INSERT)
                                .execute(columns(run, verdicts))
                                .chain(() -> event(connection, run, rows))
                                .replaceWith(true)));
  }

  private static Uni<RowSet<Row>> event(SqlConnection connection, UUID run, RowSet<Row> rows) {
    Row row = rows.iterator().next();
    long position = row.getLong(2);
    RunEvent event =
        Journal.event(
            RunEvent.newBuilder().setProgress(Journal.progress(row.getLong(0), row.getLong(1))),
            position,
            Instant.now());
    return connection
        .preparedQuery(EVENT)
        .execute(Tuple.of(run, position, Buffer.buffer(event.toByteArray())));
  }

  private static Tuple columns(UUID run, List<NewVerdict> verdicts) {
    return Tuple.tuple()
        .addUUID(run)
        .addArrayOfInteger(column(verdicts, Integer[]::new, NewVerdict::judge))
        .addArrayOfInteger(column(verdicts, Integer[]::new, NewVerdict::position))
        .addArrayOfString(column(verdicts, String[]::new, v -> v.summary().state().name()))
        .addArrayOfString(
            column(verdicts, String[]::new, v -> v.summary().winner().map(Enum::name).orElse(null)))
        .addArrayOfDouble(column(verdicts, Double[]::new, VerdictWrites::probability))
        .addArrayOfBoolean(column(verdicts, Boolean[]::new, v -> v.summary().readInBothOrders()))
        .addValue(column(verdicts, Buffer[]::new, v -> Buffer.buffer(v.verdict().toByteArray())));
  }

  private static <T> T[] column(
      List<NewVerdict> verdicts, IntFunction<T[]> array, Function<NewVerdict, T> value) {
    return verdicts.stream().map(value).toArray(array);
  }

  private static Double probability(NewVerdict verdict) {
    return verdict.summary().probability().isPresent()
        ? (Double) verdict.summary().probability().getAsDouble()
        : null;
  }
}
