package io.plumbline.reward.database;

import io.plumbline.service.store.OwnContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Runs reactive database work from any thread: every unit of work gets a context of its own, since
 * a Hibernate session belongs to the context that opened it.
 */
@ApplicationScoped
public class Database {
  private final Vertx vertx;

  Database(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Work that reads. */
  public <T> Uni<T> read(Supplier<Uni<T>> work) {
    return OwnContext.run(vertx, () -> Panache.withSession(work));
  }

  /** Work in one transaction. */
  public <T> Uni<T> write(Supplier<Uni<T>> work) {
    return OwnContext.run(vertx, () -> Panache.withTransaction(work));
  }
}
