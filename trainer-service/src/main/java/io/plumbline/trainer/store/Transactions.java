package io.plumbline.trainer.store;

import static java.util.Objects.requireNonNull;

import io.plumbline.service.store.OwnContext;
import io.plumbline.trainer.fault.Fault;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.HibernateException;

/**
 * Runs work in a transaction of its own, from any thread.
 *
 * <p>Each transaction gets a fresh event loop context, because a reactive session belongs to the
 * context it was opened in and streams must not share one. Fails with UNAVAILABLE when the database
 * does not answer within {@code plumbline.database.timeout}.
 */
@ApplicationScoped
public class Transactions {
  private final Vertx vertx;
  private final Duration timeout;

  @Inject
  public Transactions(
      Vertx vertx,
      @ConfigProperty(name = "plumbline.database.timeout", defaultValue = "15S") Duration timeout) {
    this.vertx = requireNonNull(vertx, "vertx is null");
    this.timeout = requireNonNull(timeout, "timeout is null");
  }

  /** Commits when the work's item arrives, rolls back when it fails. */
  public <T> Uni<T> run(Supplier<Uni<T>> work) {
    return OwnContext.run(
            ((VertxInternal) vertx)::createEventLoopContext, () -> Panache.withTransaction(work))
        .ifNoItem()
        .after(timeout)
        .failWith(
            () ->
                new DatabaseUnavailable(
                    "no answer within %d s".formatted(timeout.toSeconds()), null))
        .onFailure(Transactions::isLostConnection)
        .transform(
            failure -> new DatabaseUnavailable(String.valueOf(failure.getMessage()), failure));
  }

  private static boolean isLostConnection(Throwable failure) {
    if (failure instanceof Fault) {
      return false;
    }
    if (failure instanceof PgException refused) {
      return refused.getSqlState() != null
          && (refused.getSqlState().startsWith("57P") || refused.getSqlState().startsWith("08"));
    }
    boolean wraps = failure instanceof HibernateException || failure instanceof RuntimeException;
    if (wraps && failure.getCause() != null && failure.getCause() != failure) {
      return isLostConnection(failure.getCause());
    }
    return failure instanceof java.io.IOException
        || failure instanceof io.vertx.core.VertxException;
  }
}
