package io.plumbline.cli.demo;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeServiceGrpc;
import io.plumbline.api.v1alpha1.RecipeServiceGrpc.RecipeServiceBlockingStub;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.cli.client.ServiceErrors;
import io.plumbline.cli.failure.CommandFailedException;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Submits a recipe to trainer-service and follows it to its end. */
final class RecipeRunner {
  private static final String SERVICE = "trainer-service";
  private static final int DEADLINE_SECONDS = 30;
  // Consecutive attempts without an event; a second apart.
  private static final int ATTEMPTS = 20;

  private final RecipeServiceBlockingStub recipes;

  RecipeRunner(Channel trainer) {
    this.recipes = RecipeServiceGrpc.newBlockingStub(trainer);
  }

  /**
   * Submits the recipe.
   *
   * @param requestId the same one gives the same run
   * @return the id of the run
   */
  String submit(String requestId, RecipeSpec spec) {
    try {
      return bounded()
          .createRecipeRun(
              CreateRecipeRunRequest.newBuilder().setRequestId(requestId).setSpec(spec).build())
          .getStatus()
          .getId();
    } catch (StatusRuntimeException e) {
      throw ServiceErrors.of(SERVICE, e);
    }
  }

  /**
   * Hands on the run's events until it ends; a broken connection is taken up again where it broke.
   *
   * @return the run, which succeeded
   * @throws CommandFailedException when it did not
   */
  RecipeRun follow(String id, Consumer<RunEvent> listener) throws InterruptedException {
    long position = 0;
    int failures = 0;
    while (true) {
      try {
        Iterator<RunEvent> events =
            recipes.watchRecipeRun(
                WatchRunRequest.newBuilder().setId(id).setAfterPosition(position).build());
        while (events.hasNext()) {
          RunEvent event = events.next();
          position = event.getPosition();
          failures = 0;
          listener.accept(event);
        }
        RecipeRun run = bounded().getRecipeRun(GetRunRequest.newBuilder().setId(id).build());
        if (isOver(run.getStatus().getState())) {
          return succeeded(run);
        }
      } catch (StatusRuntimeException e) {
        if (e.getStatus().getCode() != Status.Code.UNAVAILABLE || failures >= ATTEMPTS) {
          throw ServiceErrors.of(SERVICE, e);
        }
      }
      failures++;
      Thread.sleep(1000);
    }
  }

  /** Asks the service to stop the run; it may have ended already. */
  void cancel(String id) {
    bounded().cancelRecipeRun(CancelRunRequest.newBuilder().setId(id).build());
  }

  private RecipeServiceBlockingStub bounded() {
    return recipes.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private static boolean isOver(RunState state) {
    return state == RunState.RUN_STATE_SUCCEEDED
        || state == RunState.RUN_STATE_FAILED
        || state == RunState.RUN_STATE_CANCELLED;
  }

  private static RecipeRun succeeded(RecipeRun run) {
    return switch (run.getStatus().getState()) {
      case RUN_STATE_SUCCEEDED -> run;
      case RUN_STATE_CANCELLED ->
          throw new CommandFailedException("the run was cancelled; start it again");
      default -> throw ServiceErrors.of("the run failed", run.getStatus().getError());
    };
  }
}
