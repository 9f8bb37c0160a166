package io.plumbline.judge.model.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.judge.model.metrics.CacheMetrics;
import io.plumbline.judge.storage.Batcher;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps answers in PostgreSQL, so that a repeated judgment costs nothing. A cache that cannot be
 * reached is an empty one: judging goes on.
 *
 * <p>An answer is kept at once for this process and a moment later in the database, together with
 * others; nobody waits for that.
 */
@ApplicationScoped
public class AnswerCache {
  private static final int LARGEST_BATCH = 256;
  private static final int MOST_WAITING = 8_192;
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);

  private final Map<String, CachedAnswer> unwritten = new ConcurrentHashMap<>();
  private final Outage outage = new Outage();
  private final AnswerRows rows;
  private final CacheMetrics metrics;
  private final AnswerWrites writes;
  private final Batcher<String, byte[]> reads;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  AnswerCache(AnswerRows rows, ObjectMapper json, MeterRegistry meters) {
    this.rows = rows;
    this.reader = json.readerFor(CachedAnswer.class);
    this.writer = json.writerFor(CachedAnswer.class);
    this.metrics = new CacheMetrics(meters, unwritten);
    this.writes = new AnswerWrites(rows, metrics, outage);
    this.reads = new Batcher<>(LARGEST_BATCH, MOST_WAITING, Duration.ZERO, this::found);
  }

  void stop(@Observes ShutdownEvent event) {
    writes.drained().ifNoItem().after(SHUTDOWN).recoverWithItem(() -> null).await().indefinitely();
  }

  /** The answer of a key, or null. */
  public Uni<CachedAnswer> find(String key) {
    CachedAnswer waiting = unwritten.get(key);
    if (waiting != null) {
      return Uni.createFrom().item(waiting);
    }
    if (outage.isOn()) {
      metrics.unread();
      return Uni.createFrom().nullItem();
    }
    return reads
        .submit(key)
        .map(payload -> payload == null ? null : read(key, payload))
        .onFailure()
        .recoverWithItem(this::unread);
  }

  /** Keeps an answer; the first of a key stays. */
  public void keep(String key, CachedAnswer answer) {
    if (unwritten.putIfAbsent(key, answer) == null) {
      writes.add(new AnswerRows.Entry(key, write(answer)), () -> unwritten.remove(key));
    }
  }

  // What waited while the last batch found the database away does not find it out again.
  private Uni<List<byte[]>> found(List<String> keys) {
    if (outage.isOn()) {
      return Uni.createFrom().failure(new IllegalStateException("the database is away"));
    }
    return rows.find(keys)
        .map(found -> keys.stream().map(found::get).toList())
        .onFailure()
        .invoke(outage::begin);
  }

  private CachedAnswer unread(Throwable failure) {
    metrics.unread();
    outage.report(failure);
    return null;
  }

  private CachedAnswer read(String key, byte[] payload) {
    try {
      return reader.readValue(payload);
    } catch (IOException damaged) {
      throw new IllegalStateException("stored answer " + key + " cannot be read", damaged);
    }
  }

  private byte[] write(CachedAnswer answer) {
    try {
      return writer.writeValueAsBytes(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an answer has no JSON form", impossible);
    }
  }
}
