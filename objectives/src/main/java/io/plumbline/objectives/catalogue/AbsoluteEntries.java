package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Objective;
import io.plumbline.objectives.composition.WeightedSum;
import io.plumbline.objectives.label.Conservative;
import io.plumbline.objectives.pair.ApoDownLoss;
import io.plumbline.objectives.pair.ApoZeroLoss;
import io.plumbline.objectives.pair.BinaryClassifierLoss;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.NcaLoss;
import io.plumbline.objectives.pair.NoLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.SppoLoss;
import io.plumbline.objectives.reduction.Sum;
import io.plumbline.objectives.transport.TransportObjective;
import java.util.List;

/** Objectives that hold the two log-ratios u_w, u_l of a pair one by one, or sort them. */
final class AbsoluteEntries {
  private static final Invariance[] OF_RATIOS = {
    EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN
  };

  private AbsoluteEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("nca", "NCA on pairs")
            .source("arXiv:2402.05369; TRL `nca_pair`")
            .equation("−log σ(β u_w) − ½ log σ(−β u_w) − ½ log σ(−β u_l)")
            .beta(0.1)
            .invariant(OF_RATIOS)
            .by(p -> PairwiseObjective.of(new NcaLoss(p.get("beta")))),
        CatalogueEntry.named("bco-pair", "BCO on pairs without reward shift")
            .source("arXiv:2404.04656 with δ = 0; TRL `bco_pair`")
            .equation("−log σ(β u_w) − log σ(−β u_l)")
            .beta(0.1)
            .invariant(OF_RATIOS)
            .readings("TRL's DPO trainer leaves δ out; its BCO trainer keeps it: `bco`.")
            .by(p -> PairwiseObjective.of(new BinaryClassifierLoss(p.get("beta")))),
        CatalogueEntry.named("sppo-hard", "SPPO, hard")
            .source("arXiv:2405.00675, equation 4.7, P = 1; TRL `sppo_hard`")
            .equation("(u_w − 1/(2β))² + (u_l + 1/(2β))²")
            .parameter("beta", 0.001, "β = 1/η > 0")
            .invariant(OF_RATIOS)
            .by(p -> PairwiseObjective.of(new SppoLoss(p.get("beta"), false))),
        CatalogueEntry.named("sppo-soft", "SPPO, soft")
            .source("arXiv:2405.00675, equation 4.7, P from `preference_probabilities`")
            .equation("(u_w − (P − ½)/β)² + (u_l + (P − ½)/β)²")
            .parameter("beta", 0.001, "β = 1/η > 0")
            .invariant(OF_RATIOS)
            .readings("The authors' code halves the sum; TRL's `sppo_hard` does not, nor this.")
            .by(p -> PairwiseObjective.of(new SppoLoss(p.get("beta"), true))),
        CatalogueEntry.named("apo-zero", "APO-zero")
            .source("arXiv:2408.06266, equation 7; TRL `apo_zero`")
            .equation("1 − σ(β u_w) + σ(β u_l)")
            .beta(0.1)
            .invariant(OF_RATIOS)
            .by(p -> PairwiseObjective.of(new ApoZeroLoss(p.get("beta")))),
        CatalogueEntry.named("apo-down", "APO-down")
            .source("arXiv:2408.06266, equation 8; TRL `apo_down`")
            .equation("σ(β u_w) + 1 − σ(β (u_w − u_l))")
            .beta(0.1)
            .invariant(OF_RATIOS)
            .by(p -> PairwiseObjective.of(new ApoDownLoss(p.get("beta")))),
        CatalogueEntry.named("aot", "AOT, paired")
            .source("arXiv:2406.05882, algorithm 1; TRL `aot`")
            .equation("−log σ(β (sort(l_w − l_l) − sort(ref_w − ref_l))), smoothed by ε")
            .beta(0.1)
            .parameter("label_smoothing", 0, "ε in [0, 1)")
            .detached("the orders of the two sorts")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, COMMON_SHIFT, CERTAIN_TOKEN)
            .by(p -> transport(p, true)),
        CatalogueEntry.named("aot-unpaired", "AOT, unpaired")
            .source("arXiv:2406.05882, algorithm 1; TRL `aot_unpaired`")
            .equation("−log σ(β (sort(u_w) − sort(u_l))), smoothed by ε")
            .beta(0.1)
            .parameter("label_smoothing", 0, "ε in [0, 1)")
            .detached("the orders of the two sorts")
            .invariant(OF_RATIOS)
            .by(p -> transport(p, false)));
  }

  private static Objective transport(Parameters p, boolean paired) {
    double beta = p.get("beta");
    return WeightedSum.of(
        new TransportObjective(
            new Conservative(new LogisticLoss(beta), p.get("label_smoothing")), new Sum(), paired),
        0,
        PairwiseObjective.of(new NoLoss(beta)));
  }
}
