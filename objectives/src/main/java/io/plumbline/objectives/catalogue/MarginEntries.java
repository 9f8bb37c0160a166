package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.divergence.AlphaDivergence;
import io.plumbline.objectives.divergence.ForwardKl;
import io.plumbline.objectives.divergence.JensenShannon;
import io.plumbline.objectives.label.Conservative;
import io.plumbline.objectives.label.SoftLabelled;
import io.plumbline.objectives.label.Unbiased;
import io.plumbline.objectives.pair.DiscoPopLoss;
import io.plumbline.objectives.pair.ExoLoss;
import io.plumbline.objectives.pair.HingeLoss;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.SquaredMarginLoss;
import io.plumbline.objectives.reduction.LengthDesensitised;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.ScoreScale;
import java.util.List;

/** Objectives on the difference of the two log-ratios u_w − u_l of a pair. */
final class MarginEntries {
  private static final Invariance[] OF_MARGIN = {
    EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN
  };

  private MarginEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("dpo", "DPO")
            .methods(19, 78, 144)
            .source("arXiv:2305.18290, equation 7; TRL `sigmoid`")
            .equation("−log σ(β (u_w − u_l))")
            .beta(0.1)
            .invariant(OF_MARGIN)
            .readings(
                "Step-DPO (144) is this loss on the tokens of one step; DOVE (78) on those of"
                    + " instruction and response together, chosen and rejected having"
                    + " instructions of their own. Both trainers leave TRL's loss as it is. GRAPE's"
                    + " trajectory-wise preference optimisation (19) is this loss on the action"
                    + " tokens of all steps of two trajectories, β 0.1.")
            .by(p -> PairwiseObjective.of(new LogisticLoss(p.get("beta")))),
        CatalogueEntry.named("rso-hinge", "RSO's normalised hinge")
            .methods(135)
            .source("arXiv:2309.06657; TRL `hinge`")
            .equation("max(0, 1 − β (u_w − u_l))")
            .beta(0.1)
            .invariant(OF_MARGIN)
            .readings(
                "RSO's other normalised loss, sigmoid-norm, is `dpo`. TRL's `sigmoid_norm` is"
                    + " something else: `ln-dpo`.")
            .by(p -> PairwiseObjective.of(new HingeLoss(p.get("beta"), 1))),
        CatalogueEntry.named("ipo-averaged", "IPO, averaged over tokens")
            .source("arXiv:2310.12036, equation 17; TRL `ipo`")
            .equation("(u_w/|y_w| − u_l/|y_l| − 1/(2τ))²")
            .parameter("beta", 0.1, "τ > 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT)
            .readings("TRL's DPO trainer, HALOs and LLaMA-Factory average.")
            .by(
                p ->
                    new PairwiseObjective(
                        new SquaredMarginLoss(p.get("beta")),
                        LogRatios.summed().withScale(ScoreScale.PER_TOKEN))),
        CatalogueEntry.named("ipo-summed", "IPO, summed over tokens")
            .source("arXiv:2310.12036, equation 17")
            .equation("(u_w − u_l − 1/(2τ))²")
            .parameter("beta", 0.1, "τ > 0")
            .invariant(OF_MARGIN)
            .readings("OpenRLHF and TRL's online trainers sum.")
            .by(p -> PairwiseObjective.of(new SquaredMarginLoss(p.get("beta")))),
        CatalogueEntry.named("ln-dpo", "LN-DPO, length-normalised DPO")
            .methods(170)
            .source("arXiv:2407.15229; TRL `sigmoid_norm`")
            .equation("−log σ(β (u_w/|y_w| − u_l/|y_l|))")
            .beta(2)
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT)
            .by(
                p ->
                    new PairwiseObjective(
                        new LogisticLoss(p.get("beta")),
                        LogRatios.summed().withScale(ScoreScale.PER_TOKEN))),
        CatalogueEntry.named("ld-dpo", "LD-DPO")
            .source("arXiv:2409.06411; TRL `ld_alpha`")
            .equation("DPO with tokens beyond the shorter length weighted α")
            .beta(0.1)
            .parameter("ld_alpha", 0.5, "α in [0, 1]")
            .invariant(EXAMPLE_ORDER, REFERENCE_SHIFT)
            .readings(
                "TRL weights the reference's tokens too, as here; LLaMA-Factory does not:"
                    + " `ld-dpo-policy-only`.")
            .by(
                p ->
                    new PairwiseObjective(
                        new LogisticLoss(p.get("beta")),
                        LogRatios.summed()
                            .withReduction(new LengthDesensitised(p.get("ld_alpha"))))),
        CatalogueEntry.named("ld-dpo-policy-only", "LD-DPO, the reference as it is")
            .source("LLaMA-Factory `CustomDPOTrainer.concatenated_forward`")
            .equation("DPO with the policy's tokens beyond the shorter length weighted α")
            .beta(0.1)
            .parameter("ld_alpha", 0.5, "α in [0, 1]")
            .invariant(EXAMPLE_ORDER)
            .readings("LLaMA-Factory sums the reference's tokens unweighted.")
            .by(
                p ->
                    new PairwiseObjective(
                        new LogisticLoss(p.get("beta")),
                        LogRatios.summed()
                            .withPolicyReduction(new LengthDesensitised(p.get("ld_alpha"))))),
        CatalogueEntry.named("cdpo", "cDPO, conservative DPO")
            .methods(49)
            .source("Mitchell 2023; OpenRLHF `DPOLoss(label_smoothing=…)`")
            .equation("−(1 − ε) log σ(β (u_w − u_l)) − ε log σ(−β (u_w − u_l))")
            .beta(0.1)
            .parameter("label_smoothing", 0.1, "ε in [0, 1), probability of a flipped label")
            .invariant(OF_MARGIN)
            .readings("What some projects call \"robust\" is this one.")
            .by(
                p ->
                    PairwiseObjective.of(
                        new Conservative(
                            new LogisticLoss(p.get("beta")), p.get("label_smoothing")))),
        CatalogueEntry.named("rdpo", "rDPO, provably robust DPO")
            .methods(49)
            .source("arXiv:2403.00409; TRL `robust`")
            .equation("(−(1 − ε) log σ(β (u_w − u_l)) + ε log σ(−β (u_w − u_l))) / (1 − 2ε)")
            .beta(0.1)
            .parameter("label_smoothing", 0.1, "ε in [0, ½), probability of a flipped label")
            .invariant(OF_MARGIN)
            .readings("TRL's \"robust\".")
            .by(
                p ->
                    PairwiseObjective.of(
                        new Unbiased(new LogisticLoss(p.get("beta")), p.get("label_smoothing")))),
        CatalogueEntry.named("dpo-soft", "DPO on soft labels")
            .source("cross-entropy of σ(β (u_w − u_l)) against `preference_probabilities`")
            .equation("−p log σ(β (u_w − u_l)) − (1 − p) log σ(−β (u_w − u_l))")
            .beta(0.1)
            .invariant(OF_MARGIN)
            .by(p -> PairwiseObjective.of(new SoftLabelled(new LogisticLoss(p.get("beta"))))),
        CatalogueEntry.named("exo", "EXO on pairs")
            .source("arXiv:2402.00856, equation 16; TRL `exo_pair`")
            .equation("KL((σ(m), σ(−m)) ‖ (1 − ε, ε)), m = β (u_w − u_l)")
            .beta(0.1)
            .parameter("label_smoothing", 1e-3, "ε in (0, 1)")
            .invariant(OF_MARGIN)
            .by(p -> PairwiseObjective.of(new ExoLoss(p.get("beta"), p.get("label_smoothing")))),
        CatalogueEntry.named("discopop", "DiscoPOP")
            .source("arXiv:2406.08414, equation 5; TRL `discopop`")
            .equation("(1 − σ(m/τ)) · −log σ(m) + σ(m/τ) e^−m, m = β (u_w − u_l)")
            .beta(0.05)
            .parameter("discopop_tau", 0.05, "τ > 0")
            .invariant(OF_MARGIN)
            .by(p -> PairwiseObjective.of(new DiscoPopLoss(p.get("beta"), p.get("discopop_tau")))),
        CatalogueEntry.named("dpo-forward-kl", "f-DPO under the forward KL")
            .source("arXiv:2309.16240, table 1; TRL `f_divergence_type=forward_kl`")
            .equation("−log σ(β (e^−u_l − e^−u_w))")
            .beta(0.1)
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN)
            .by(
                p ->
                    new PairwiseObjective(
                        new LogisticLoss(p.get("beta")),
                        LogRatios.summed().withTransform(new ForwardKl()))),
        CatalogueEntry.named("dpo-js", "f-DPO under the Jensen-Shannon divergence")
            .source("arXiv:2309.16240, table 1; TRL `f_divergence_type=js_divergence`")
            .equation("−log σ(β (log σ(u_w) − log σ(u_l)))")
            .beta(0.1)
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN)
            .by(
                p ->
                    new PairwiseObjective(
                        new LogisticLoss(p.get("beta")),
                        LogRatios.summed().withTransform(new JensenShannon()))),
        CatalogueEntry.named("dpo-alpha", "f-DPO under an α-divergence")
            .source("arXiv:2309.16240, table 1; TRL `f_divergence_type=alpha_divergence`")
            .equation("−log σ(β (e^{(α−1) u_w} − e^{(α−1) u_l}) / (α − 1))")
            .beta(0.1)
            .parameter("alpha", 0.5, "α; 1 is the reverse KL")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN)
            .by(
                p ->
                    new PairwiseObjective(
                        new LogisticLoss(p.get("beta")),
                        LogRatios.summed().withTransform(new AlphaDivergence(p.get("alpha"))))));
  }
}
