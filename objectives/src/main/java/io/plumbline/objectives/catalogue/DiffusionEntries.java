package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.list.BalancedPairsObjective;
import io.plumbline.objectives.list.LambdaLoss;
import io.plumbline.objectives.list.ListwiseObjective;
import io.plumbline.objectives.list.PairWeights;
import io.plumbline.objectives.list.SegmentLogisticLoss;
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
            .methods(179, 69, 73, 194)
            .source("arXiv:2311.12908; DiffusionDPO `train.py`")
            .equation("−log σ(−½ β ((e_w − e_l) − (e_ref,w − e_ref,l)))")
            .parameter("beta", 2000, "β > 0, with the number of time steps in it")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN)
            .readings(
                "Tango 2 (`tango2/models.py`), DDIM-InPO (`train.py`) and DCPO"
                    + " (`dcpo_trainer.py`) have the same loss; the first feeds it audio latents,"
                    + " the second latents found by inversion, the third errors of each image"
                    + " under a caption of its own.")
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
        CatalogueEntry.named("rank-dpo", "RankDPO")
            .methods(163)
            .source("arXiv:2410.18013, equations 5 to 7")
            .equation(
                "Σ over pairs with φ_i > φ_j of Δ_ij · −log σ(−β (s_i − s_j)), s = e − e_ref,"
                    + " Δ_ij = |2^φ_i − 2^φ_j| |1/log(1 + τ_i) − 1/log(1 + τ_j)|")
            .parameter("beta", 2000, "β > 0, with the number of time steps in it")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN)
            .readings(
                "φ, from `relevances`, is how often reward models prefer the image, τ its rank by"
                    + " φ. Equation 7 sums over i > j as if lists stood worst first; its text says"
                    + " that the better image's error is to fall, as here.")
            .by(
                p ->
                    new ListwiseObjective(
                        new LambdaLoss(p.get("beta"), PairWeights.TRUE_RANKS),
                        new DenoisingErrors(1, true))),
        CatalogueEntry.named("dense-dpo", "DenseDPO, preferences per segment of a video")
            .methods(18)
            .source("arXiv:2506.03517, section 3.3")
            .equation("−log σ(−β Σ_f l_f (s_0f − s_1f)), s = e − e_ref of segment f of two videos")
            .parameter("beta", 500, "β > 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN)
            .readings(
                "A list holds the segments of both videos; `segment_labels` are l_f on the first"
                    + " video's, −l_f on the second's, 0 for ties. One logarithm around the sum, as"
                    + " in the paper; a trainer in the field takes the mean of one for each"
                    + " segment, which is `diffusion-dpo` on segments as pairs. Of labels that add"
                    + " up to zero a common shift of errors is not seen.")
            .by(
                p ->
                    new ListwiseObjective(
                        new SegmentLogisticLoss(p.get("beta")), new DenoisingErrors(1, true))),
        CatalogueEntry.named("bide-dpo", "BideDPO, two decoupled pairs in balance")
            .methods(200)
            .source("arXiv:2511.19268, section 3.1, adaptive loss balancing")
            .equation("[w] L_text + [1 − w] L_condition, w = L_text / (L_text + L_condition)")
            .parameter("beta", 2000, "β > 0, with the number of time steps in it")
            .detached("w, of the global batch's mean losses")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN)
            .readings(
                "Lists of four: chosen and rejected under the text, chosen and rejected under the"
                    + " condition. Each L is `diffusion-dpo`; the paper leaves its scale open.")
            .by(
                p ->
                    new BalancedPairsObjective(
                        new LogisticLoss(p.get("beta")), new DenoisingErrors(0.5, true))),
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
