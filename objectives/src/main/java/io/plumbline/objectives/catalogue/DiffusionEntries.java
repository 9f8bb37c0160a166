package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.MapoLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.PolynomialLogisticLoss;
import io.plumbline.objectives.pair.SmoothedPreferenceLoss;
import io.plumbline.objectives.score.DenoisingErrors;
import java.util.List;

/** Objectives of diffusion models, e the denoising error of a sample. */
final class DiffusionEntries {
  private DiffusionEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("diffusion-dpo", "Diffusion-DPO")
            .methods(179, 73, 194)
            .source("arXiv:2311.12908; DiffusionDPO `train.py`")
            .equation("−log σ(−½ β ((e_w − e_l) − (e_ref,w − e_ref,l)))")
            .parameter("beta", 2000, "β > 0, with the number of time steps in it")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN)
            .readings(
                "Tango 2 (`tango2/models.py`) and DDIM-InPO (`train.py`) have the same loss; the"
                    + " first feeds it audio latents, the second latents found by inversion.")
            .by(
                p ->
                    new PairwiseObjective(
                        new LogisticLoss(p.get("beta")), new DenoisingErrors(0.5, true))),
        CatalogueEntry.named("poly-dpo", "Poly-DPO")
            .methods(207)
            .source("ViPO's project page (liming-ai/ViPO `index.html`)")
            .equation("−log p + α (1 − p), p = σ(−½ β ((e_w − e_l) − (e_ref,w − e_ref,l)))")
            .parameter("beta", 2000, "β > 0, with the number of time steps in it")
            .parameter("alpha", 1, "α > −1, weight of the polynomial term; 0 is Diffusion-DPO")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN)
            .by(
                p ->
                    new PairwiseObjective(
                        new PolynomialLogisticLoss(p.get("beta"), p.get("alpha")),
                        new DenoisingErrors(0.5, true))),
        CatalogueEntry.named("smpo", "SmPO, smoothed preference optimisation")
            .methods(60)
            .source("arXiv:2506.02698; SmPO `train.py`, `train_method == smpo`")
            .equation("as Diffusion-DPO with β · 10 (2p − 1), p from `preference_probabilities`")
            .parameter("beta", 2000, "β > 0, with the number of time steps in it")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN)
            .readings(
                "The authors' code takes p of the first pair for the whole micro-batch; here each"
                    + " pair has its own.")
            .by(
                p ->
                    new PairwiseObjective(
                        new SmoothedPreferenceLoss(p.get("beta")), new DenoisingErrors(0.5, true))),
        CatalogueEntry.named("mapo", "MaPO")
            .methods(164)
            .source("arXiv:2406.06424; mapo `utils.compute_loss`")
            .equation("e_w − β log σ(T (g(e_w) − g(e_l))), g(e) = s e / (e^{s e} − 1)")
            .beta(0.1)
            .parameter("snr_value", 1, "s > 0")
            .parameter("time_steps", 1000, "T, training time steps of the noise schedule")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .by(
                p ->
                    new PairwiseObjective(
                        new MapoLoss(p.get("beta"), p.get("snr_value"), p.get("time_steps")),
                        new DenoisingErrors(-1, false))));
  }
}
