package io.plumbline.judge.model.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.testing.PostgresTestResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What several services keep in one database. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SharedDatabaseTest {
  private static final int ANSWERS = 3_000;

  private static final String PENDING =
      "select comparison from pending_verdicts('00000000-0000-0000-0000-000000000000', $1, $2)";

  // Of this transaction alone.
  private static final String SCANNED =
      "select seq_scan from pg_stat_xact_user_tables"
          + " where relname in ('chat_answer', 'evaluation_comparison')";

  @Inject Pool pool;
  @Inject AnswerSweep sweep;

  // Each keeps what the other does, in the opposite order, and both end with all of it.
  @Test
  void keepsTheFirstAnswerOfAKeyOfTwoServices() {
    AnswerCache first = cache();
    AnswerCache second = cache();
    for (int i = 0; i < ANSWERS; i++) {
      first.keep("both " + i, answer("first"));
      second.keep("both " + (ANSWERS - 1 - i), answer("second"));
    }
    first.stop(new ShutdownEvent());
    second.stop(new ShutdownEvent());

    for (int i = 0; i < ANSWERS; i += 100) {
      CachedAnswer kept = first.find("both " + i).await().indefinitely();
      assertThat(kept.text()).isIn("first", "second");
      assertThat(second.find("both " + i).await().indefinitely()).isEqualTo(kept);
    }
    assertThat(count("select count(*) from chat_answer where key like 'both %'"))
        .isEqualTo(ANSWERS);
  }

  @Test
  void deletesWhatIsOlderThanTheSettingsAllow() {
    pool.query(
            "insert into chat_answer (key, created, payload) values"
                + " ('aged 1', now() - interval '31 days', ''),"
                + " ('aged 2', now() - interval '29 days', '')")
        .execute()
        .await()
        .indefinitely();

    sweep.sweep().await().indefinitely();

    assertThat(count("select count(*) from chat_answer where key = 'aged 1'")).isZero();
    assertThat(count("select count(*) from chat_answer where key = 'aged 2'")).isEqualTo(1);
  }

  @Test
  void hasAllThatWasGivenWhenItStops() {
    AnswerCache cache = cache();
    IntStream.range(0, ANSWERS).forEach(i -> cache.keep("stopped " + i, answer("given")));
    cache.stop(new ShutdownEvent());

    assertThat(count("select count(*) from chat_answer where key like 'stopped %'"))
        .isEqualTo(ANSWERS);
  }

  // Planned while the tables have next to nothing, a statement would read all of them from then on.
  @Test
  void readsByTheIndexHoweverSmallTheTablesWereAtFirst() {
    pool.query("analyze chat_answer, evaluation_comparison, evaluation_judge, evaluation_verdict")
        .execute()
        .await()
        .indefinitely();

    RowSet<Row> scanned =
        pool.withTransaction(
                connection ->
                    connection
                        .preparedQuery("select key from chat_answers($1)")
                        .execute(Tuple.tuple().addArrayOfString(new String[] {"no", "none"}))
                        .chain(() -> connection.preparedQuery(PENDING).execute(Tuple.of(0, 256)))
                        .chain(() -> connection.query(SCANNED).execute()))
            .await()
            .indefinitely();

    assertThat(scanned.size()).isEqualTo(2);
    assertThat(scanned).allSatisfy(row -> assertThat(row.getLong("seq_scan")).isZero());
  }

  private long count(String query) {
    RowSet<Row> rows = pool.query(query).execute().await().indefinitely();
    return rows.iterator().next().getLong(0);
  }

  private AnswerCache cache() {
    return new AnswerCache(new AnswerRows(pool), new ObjectMapper(), new SimpleMeterRegistry());
  }

  private static CachedAnswer answer(String text) {
    return new CachedAnswer(text, "stop", "", Map.of(), "stub");
  }
}
