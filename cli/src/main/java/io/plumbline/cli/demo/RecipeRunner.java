package io.plumbline.cli.demo;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeServiceGrpc;
import io.plumbline.api.v1alpha1.RecipeServiceGrpc.RecipeServiceBlockingStub;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.cli.client.RunWatch;
import io.plumbline.cli.client.ServiceErrors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Submits a recipe to trainer-service and follows it to its end. */
final class RecipeRunner {
  private static final String SERVICE = "trainer-service";
  private static final int DEADLINE_SECONDS = 30;

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
   * Hands on the run's events until it ends.
   *
   * @return the run, which succeeded
   */
  RecipeRun follow(String id, Consumer<RunEvent> listener) {
    return new RunWatch<>(
            SERVICE,
            position ->
                recipes.watchRecipeRun(
                    WatchRunRequest.newBuilder().setId(id).setAfterPosition(position).build()),
            () -> bounded().getRecipeRun(GetRunRequest.newBuilder().setId(id).build()),
            RecipeRun::getStatus)
        .succeeded("the run", listener);
  }

  /** Asks the service to stop the run; it may have ended already. */
  void cancel(String id) {
    bounded().cancelRecipeRun(CancelRunRequest.newBuilder().setId(id).build());
  }

  private RecipeServiceBlockingStub bounded() {
    return recipes.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }
}
