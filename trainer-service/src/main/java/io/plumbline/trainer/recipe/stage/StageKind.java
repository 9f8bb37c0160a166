package io.plumbline.trainer.recipe.stage;

import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.smallrye.mutiny.Uni;

/** One kind of stage. A stage may be run again after a restart and then does nothing twice. */
public interface StageKind {
  Stage.KindCase kind();

  /** Runs the stage to its end, or fails. */
  Uni<StageOutcome> run(StageRun run);

  /** Cancels what the stage has started elsewhere. */
  default Uni<Void> cancel(StageOutcome outcome) {
    return Uni.createFrom().voidItem();
  }
}
