package io.plumbline.judge.model.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that refuses connections, and one that takes them and says nothing. */
class AbsentDatabaseTest {
  private static final CachedAnswer ANSWER = new CachedAnswer("A", "stop", "", Map.of(), "stub");

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void isAnEmptyCacheThatCountsWhatItLost() throws IOException {
    AnswerCache cache = cache(refusingPort());

    assertThat(cache.find("asked").await().indefinitely()).isNull();
    assertThat(cache.find("asked at once").await().indefinitely()).isNull();
    cache.keep("given", ANSWER);
    assertThat(cache.find("given").await().indefinitely()).isEqualTo(ANSWER);
    assertThat(meters.get("plumbline.judge.answer.cache.unwritten").gauge().value()).isEqualTo(1);
    cache.stop(new ShutdownEvent());

    assertThat(meters.get("plumbline.judge.answer.cache.unread").counter().count()).isEqualTo(2);
    assertThat(written("kept")).isZero();
  }

  @Test
  void doesNotWaitForOneThatSaysNothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      AnswerCache cache = cache(silent.getLocalPort());

      assertThat(cache.find("asked").await().indefinitely()).isNull();
      assertThat(meters.get("plumbline.judge.answer.cache.unread").counter().count()).isEqualTo(1);
    }
  }

  // 32 MiB may wait: three answers of 10 MiB, and no fourth.
  @Test
  void losesWhatWouldNotFitIntoMemory() throws IOException {
    AnswerCache cache = cache(refusingPort());
    CachedAnswer large = new CachedAnswer("A".repeat(10 << 20), "stop", "", Map.of(), "stub");

    for (int i = 0; i < 4; i++) {
      cache.keep("given " + i, large);
    }

    assertThat(written("lost")).isEqualTo(1);
    assertThat(meters.get("plumbline.judge.answer.cache.unwritten").gauge().value()).isEqualTo(3);
  }

  private double written(String outcome) {
    return meters
        .get("plumbline.judge.answer.cache.writes")
        .tag("outcome", outcome)
        .counter()
        .count();
  }

  private AnswerCache cache(int port) {
    PgConnectOptions options =
        new PgConnectOptions().setHost("127.0.0.1").setPort(port).setUser("judge").setDatabase("j");
    Pool pool = Pool.newInstance(PgBuilder.pool().connectingTo(options).using(vertx).build());
    return new AnswerCache(new AnswerRows(pool), new ObjectMapper(), meters);
  }

  private static int refusingPort() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closed.getLocalPort();
    }
  }
}
