package io.plumbline.judge.storage;

import io.plumbline.service.store.OwnContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Runs database work in a transaction of its own. Every transaction gets a fresh Vert.x context, so
 * that it may begin on any thread and many may run at once for one caller.
 */
@ApplicationScoped
public class Transactions {
  private final Vertx vertx;

  Transactions(Vertx vertx) {
    this.vertx = vertx;
  }

  public <T> Uni<T> run(Supplier<Uni<T>> work) {
    return OwnContext.run(vertx, () -> Panache.withTransaction(work));
  }
}
