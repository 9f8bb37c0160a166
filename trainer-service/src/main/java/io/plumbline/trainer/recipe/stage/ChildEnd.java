package io.plumbline.trainer.recipe.stage;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.trainer.fault.Fault;

/** How a child run ended. */
final class ChildEnd {
  private ChildEnd() {}

  /** Throws what made the child fail; CANCELLED when somebody cancelled it. */
  static void requireSuccess(String what, RunStatus status) {
    if (status.getState() == RunState.RUN_STATE_SUCCEEDED) {
      return;
    }
    if (status.getState() == RunState.RUN_STATE_FAILED) {
      throw new Fault(
          status.getError().toBuilder()
              .setMessage(
                  "%s %s failed: %s"
                      .formatted(what, status.getId(), status.getError().getMessage()))
              .build());
    }
    throw new Fault(
        Code.CANCELLED,
        "%s %s is %s; it was not this recipe that stopped it"
            .formatted(what, status.getId(), status.getState()));
  }
}
