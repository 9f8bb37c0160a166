package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.offline.AdvantageWeightedObjective;
import io.plumbline.objectives.offline.RegularisedPolicyObjective;
import java.util.List;

/** Policy extraction in offline reinforcement learning; a sequence is one state and action. */
final class OfflineEntries {
  private static final Invariance[] OF_VALUES = {EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN};

  private OfflineEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("prdc", "PRDC, policy held to the nearest data")
            .methods(102)
            .source("PRDC `prdc.py`")
            .equation("−λ Q + d, λ = α / mean |Q|, d to the nearest state-action of the data")
            .parameter("alpha", 2.5, "α > 0")
            .detached("λ")
            .invariant(OF_VALUES)
            .readings("The search for the nearest neighbour is the engine's.")
            .by(p -> new RegularisedPolicyObjective(p.get("alpha"), false)),
        CatalogueEntry.named("a2pr", "A2PR, advantage-guided regularisation")
            .methods(117)
            .source("A2PR `A2PR.py`")
            .equation("−λ Q + w d, λ = α / mean |Q|, w from `weights`")
            .parameter("alpha", 2.5, "α > 0")
            .detached("λ, and the weights")
            .invariant(OF_VALUES)
            .by(p -> new RegularisedPolicyObjective(p.get("alpha"), true)),
        CatalogueEntry.named("famo2o", "FamO2O, advantage weighting with a balance per state")
            .methods(137)
            .source("FamO2O `jax_iql/family_actor.py`")
            .equation("−min(e^{b A}, 100) log π")
            .detached("the weight")
            .invariant(OF_VALUES)
            .readings("With one b for all states it is advantage-weighted regression.")
            .by(p -> new AdvantageWeightedObjective()));
  }
}
