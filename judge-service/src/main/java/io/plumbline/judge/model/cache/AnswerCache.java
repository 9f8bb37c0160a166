package io.plumbline.judge.model.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.judge.storage.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Keeps answers in PostgreSQL, so that a repeated judgment costs nothing. A cache that cannot be
 * reached is an empty one: judging goes on.
 */
@ApplicationScoped
public class AnswerCache {
  private static final Logger LOG = Logger.getLogger(AnswerCache.class);
  private static final String INSERT =
      "insert into chat_answer (key, created, payload) values (:key, :created, :payload)"
          + " on conflict do nothing";

  private final Transactions transactions;
  private final ObjectMapper json;

  AnswerCache(Transactions transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** The answer of a key, or null. */
  public Uni<CachedAnswer> find(String key) {
    return transactions
        .run(() -> AnswerRow.<AnswerRow>findById(key))
        .map(row -> row == null ? null : read(row))
        .onFailure()
        .invoke(AnswerCache::report)
        .onFailure()
        .recoverWithNull();
  }

  /** Keeps an answer; the first of a key stays. */
  public Uni<Void> keep(String key, CachedAnswer answer) {
    return transactions
        .run(
            () ->
                Panache.getSession()
                    .chain(
                        session ->
                            session
                                .createNativeQuery(INSERT)
                                .setParameter("key", key)
                                .setParameter("created", Instant.now())
                                .setParameter("payload", write(answer))
                                .executeUpdate()))
        .replaceWithVoid()
        .onFailure()
        .invoke(AnswerCache::report)
        .onFailure()
        .recoverWithNull();
  }

  private CachedAnswer read(AnswerRow row) {
    try {
      return json.readValue(row.payload, CachedAnswer.class);
    } catch (IOException damaged) {
      throw new IllegalStateException("stored answer " + row.key + " cannot be read", damaged);
    }
  }

  private byte[] write(CachedAnswer answer) {
    try {
      return json.writeValueAsBytes(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an answer has no JSON form", impossible);
    }
  }

  private static void report(Throwable failure) {
    LOG.warnf("the answer cache is not used: %s", failure.getMessage());
  }
}
