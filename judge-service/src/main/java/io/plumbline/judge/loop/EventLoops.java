package io.plumbline.judge.loop;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Takes the event loops in turn. A client's calls all arrive on the loop of its one connection:
 * left there, they would use one core, and calls that came together would be answered together,
 * each after all of them.
 */
@ApplicationScoped
public class EventLoops {
  private final List<Context> loops;
  private final AtomicInteger taken = new AtomicInteger();

  EventLoops(Vertx vertx) {
    VertxInternal internal = (VertxInternal) vertx;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    List<Context> each = new ArrayList<>();
    for (EventExecutor loop : internal.getEventLoopGroup()) {
      each.add(internal.createEventLoopContext((EventLoop) loop, internal.getWorkerPool(), loader));
    }
    this.loops = List.copyOf(each);
  }

  /**
   * Does a piece of work on the next loop, in a context of its own under the caller's trace; what
   * comes of it comes on the context of whoever subscribes.
   */
  public <T> Uni<T> spread(Supplier<Uni<? extends T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Origin origin = Origin.here();
              Context own = next();
              return Uni.createFrom()
                  .<T>deferred(work)
                  .runSubscriptionOn(start -> own.runOnContext(ignored -> start.run()))
                  .emitOn(origin::run);
            });
  }

  private Context next() {
    int turn = Math.floorMod(taken.getAndIncrement(), loops.size());
    Context own = VertxContext.createNewDuplicatedContext(loops.get(turn));
    io.opentelemetry.context.Context trace = io.opentelemetry.context.Context.current();
    if (trace != io.opentelemetry.context.Context.root()) {
      QuarkusContextStorage.INSTANCE.attach(own, trace);
    }
    return own;
  }
}
