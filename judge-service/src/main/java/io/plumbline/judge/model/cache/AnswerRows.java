package io.plumbline.judge.model.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers in PostgreSQL, read and written many at a time. */
@ApplicationScoped
class AnswerRows {
  private static final String FIND = "select key, payload from chat_answers($1)";

  // What a power cut takes of a cache costs a call again, not a result; so its commit need not wait
  // for the disk. The setting ends with the statement's own transaction.
  private static final String INSERT =
      "with relaxed as (select set_config('synchronous_commit', 'off', true))"
          + " insert into chat_answer (key, created, payload)"
          + " select distinct on (added.key) added.key, $2, added.payload"
          + " from relaxed, unnest($1::varchar[], $3::bytea[]) as added (key, payload)"
          + " on conflict (key) do update set payload = excluded.payload, created = excluded.created";

  // What another process deletes already is left to it.
  private static final String DELETE =
      "delete from chat_answer where key in (select key from chat_answer where created < $1"
          + " order by created limit $2 for update skip locked)";

  /** A database that says nothing for so long is away. */
  private static final Duration LONGEST_READ = Duration.ofSeconds(2);

  private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

  private final Pool pool;

  AnswerRows(Pool pool) {
    this.pool = pool;
  }

  record Entry(String key, byte[] payload) {}

  /** Payloads by their keys, of those keys that are known. */
  Uni<Map<String, byte[]>> find(List<String> keys) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.tuple().addArrayOfString(keys.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, byte[]> found = new HashMap<>();
              for (Row row : rows) {
                found.put(row.getString(0), row.getBuffer(1).getBytes());
              }
              return found;
            })
        .ifNoItem()
        .after(LONGEST_READ)
        .failWith(() -> late("gave no answer", LONGEST_READ));
  }

  /**
   * Keeps payloads, each key once; what was kept of a key before was of no use, or it would not
   * have been asked again.
   */
  Uni<Void> insert(List<Entry> entries) {
    // In one order everywhere, or two processes could wait for each other's keys.
    List<Entry> sorted = entries.stream().sorted(Comparator.comparing(Entry::key)).toList();
    return pool.preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addArrayOfString(sorted.stream().map(Entry::key).toArray(String[]::new))
                .addOffsetDateTime(OffsetDateTime.now(ZoneOffset.UTC))
                .addValue(
                    sorted.stream()
                        .map(entry -> Buffer.buffer(entry.payload()))
                        .toArray(Buffer[]::new)))
        .replaceWithVoid()
        .ifNoItem()
        .after(LONGEST_WRITE)
        .failWith(() -> late("took no answers", LONGEST_WRITE));
  }

  /**
   * Deletes answers from before a time.
   *
   * @return how many, at most the limit
   */
  Uni<Integer> deleteBefore(OffsetDateTime time, int limit) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(time, limit)).map(RowSet::rowCount);
  }

  private static IllegalStateException late(String what, Duration limit) {
    return new IllegalStateException("the database " + what + " for " + limit.toSeconds() + " s");
  }
}
