package io.plumbline.judge.model.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.plumbline.judge.storage.Batcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Keeps answers in PostgreSQL, so that a repeated judgment costs nothing. A cache that cannot be
 * reached is an empty one: judging goes on.
 *
 * <p>An answer is kept at once for this process and a moment later in the database, together with
 * others; nobody waits for that.
 */
@ApplicationScoped
public class AnswerCache {
  private static final Logger LOG = Logger.getLogger(AnswerCache.class);
  private static final int LARGEST_BATCH = 256;
  private static final int MOST_WAITING = 8_192;

  /** Between two warnings: thousands of calls a second meet the same fault. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final Map<String, CachedAnswer> unwritten = new ConcurrentHashMap<>();
  private final AtomicLong reported = new AtomicLong(System.nanoTime() - SILENCE.toNanos());
  private final Batcher<String, byte[]> reads;
  private final Batcher<AnswerRows.Entry, Boolean> writes;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  AnswerCache(AnswerRows rows, ObjectMapper json) {
    this.reader = json.readerFor(CachedAnswer.class);
    this.writer = json.writerFor(CachedAnswer.class);
    this.reads =
        new Batcher<>(
            LARGEST_BATCH,
            MOST_WAITING,
            Duration.ZERO,
            keys -> rows.find(keys).map(found -> keys.stream().map(found::get).toList()));
    this.writes =
        new Batcher<>(
            LARGEST_BATCH,
            MOST_WAITING,
            Duration.ZERO,
            entries -> rows.insert(entries).replaceWith(Collections.nCopies(entries.size(), true)));
  }

  /** The answer of a key, or null. */
  public Uni<CachedAnswer> find(String key) {
    CachedAnswer waiting = unwritten.get(key);
    if (waiting != null) {
      return Uni.createFrom().item(waiting);
    }
    return reads
        .submit(key)
        .map(payload -> payload == null ? null : read(key, payload))
        .onFailure()
        .invoke(this::report)
        .onFailure()
        .recoverWithNull();
  }

  /** Keeps an answer; the first of a key stays. */
  public void keep(String key, CachedAnswer answer) {
    if (unwritten.putIfAbsent(key, answer) == null) {
      writes
          .submit(new AnswerRows.Entry(key, write(answer)))
          .onTermination()
          .invoke(() -> unwritten.remove(key))
          .subscribe()
          .with(ignored -> {}, this::report);
    }
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

  private void report(Throwable failure) {
    long now = System.nanoTime();
    long last = reported.get();
    if (now - last >= SILENCE.toNanos() && reported.compareAndSet(last, now)) {
      LOG.warnf("the answer cache is not used: %s", failure.getMessage());
    }
  }
}
