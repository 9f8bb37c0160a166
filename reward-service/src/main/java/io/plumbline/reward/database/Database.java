package io.plumbline.reward.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
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
    return onOwnContext(() -> Panache.withSession(work));
  }

  /** Work in one transaction. */
  public <T> Uni<T> write(Supplier<Uni<T>> work) {
    return onOwnContext(() -> Panache.withTransaction(work));
  }

  private <T> Uni<T> onOwnContext(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
              VertxContextSafetyToggle.setContextSafe(context, true);
              context.runOnContext(
                  ignored -> work.get().subscribe().with(emitter::complete, emitter::fail));
            });
  }
}
