package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Objective;
import io.plumbline.objectives.label.EmReliability;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.Shifted;
import io.plumbline.objectives.pair.SquaredMarginLoss;
import io.plumbline.objectives.reduction.MeanPerToken;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.Reference;
import io.plumbline.objectives.score.ScoreSource;
import java.util.List;

/** Pair losses whose labels' reliability is learned, annotator by annotator. */
final class ReliabilityEntries {
  private static final String EQUATION =
      "−w log p − (1 − w) log(1 − p), p = σ(ℓ(l ≻ w) − ℓ(w ≻ l)), w = p η / (p η + (1 − p)(1 − η))";
  private static final String SOURCE =
      "arXiv:2509.24159 (LCPO, in later versions RE-PO), sections on the E- and M-step";

  private ReliabilityEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        robust("re-dpo", "RE-PO (LCPO) over DPO")
            .beta(0.1)
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN)
            .readings("ℓ is DPO's, so p is Bradley and Terry's; w is then `dpo-soft`'s label.")
            .by(p -> objective(p, new LogisticLoss(p.get("beta")), LogRatios.summed())),
        robust("re-ipo", "RE-PO (LCPO) over IPO, summed")
            .parameter("beta", 0.1, "τ > 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN)
            .readings("ℓ is IPO's square, so p = σ(2 (u_w − u_l)/τ).")
            .by(p -> objective(p, new SquaredMarginLoss(p.get("beta")), LogRatios.summed())),
        robust("re-simpo", "RE-PO (LCPO) over SimPO")
            .beta(2)
            .parameter("gamma", 0.5, "γ, target margin, in units of reward")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .readings("ℓ is SimPO's with γ absolute; the exchanged pair has its γ too.")
            .by(
                p ->
                    objective(
                        p,
                        new Shifted(
                            new LogisticLoss(p.get("beta")), p.get("gamma") / p.get("beta")),
                        LogRatios.summed()
                            .withReference(Reference.none())
                            .withReduction(new MeanPerToken()))));
  }

  private static EntryBuilder robust(String name, String title) {
    return CatalogueEntry.named(name, title)
        .methods(208)
        .source(SOURCE)
        .equation(EQUATION)
        .parameter("annotators", 1, "K ≥ 1; above 1 `annotators` are read, numbered from 0")
        .parameter("reliability", 0.9, "η of every annotator before the first step, in [½, 1]")
        .parameter("momentum", 0.1, "α in [0, 1]: η ← (1 − α) η + α · mean w of the global batch")
        .detached("w");
  }

  private static Objective objective(Parameters p, PairLoss loss, ScoreSource source) {
    return new EmReliability(
        loss,
        source,
        Math.toIntExact(Math.round(p.get("annotators"))),
        p.get("reliability"),
        p.get("momentum"));
  }
}
