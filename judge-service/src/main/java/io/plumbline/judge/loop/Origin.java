package io.plumbline.judge.loop;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The Vert.x context that somebody asked from, where their answer belongs; none on other threads.
 */
public final class Origin {
  private final Context context;

  private Origin(Context context) {
    this.context = context;
  }

  /** The context of the thread that calls. */
  public static Origin here() {
    return new Origin(Vertx.currentContext());
  }

  /** Runs there: now where the caller is there already, or where there is no context. */
  public void run(Runnable work) {
    if (context == null || context == Vertx.currentContext()) {
      work.run();
    } else {
      later(work);
    }
  }

  /** Runs there after what is under way there; at once where there is no context. */
  public void later(Runnable work) {
    if (context == null) {
      work.run();
    } else {
      context.runOnContext(ignored -> work.run());
    }
  }
}
