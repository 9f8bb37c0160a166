package io.plumbline.service.store;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Gives a unit of database work a Vert.x context of its own: a Hibernate session belongs to the
 * context that opened it, so work on fresh contexts may begin on any thread, and many may run at
 * once for one caller.
 */
public final class OwnContext {
  private OwnContext() {}

  /** Runs on a duplicate of the caller's context, or of a new one where it has none. */
  public static <T> Uni<T> run(Vertx vertx, Supplier<Uni<T>> work) {
    return run(vertx::getOrCreateContext, work);
  }

  /** Runs on a duplicate of the context that {@code root} gives. */
  public static <T> Uni<T> run(Supplier<Context> root, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context context = VertxContext.createNewDuplicatedContext(root.get());
              VertxContextSafetyToggle.setContextSafe(context, true);
              context.runOnContext(
                  ignored -> work.get().subscribe().with(emitter::complete, emitter::fail));
            });
  }
}
