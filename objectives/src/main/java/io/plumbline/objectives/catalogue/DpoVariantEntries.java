package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.composition.WeightedSum;
import io.plumbline.objectives.label.SoftLabelled;
import io.plumbline.objectives.pair.BiasedLogisticLoss;
import io.plumbline.objectives.pair.ChosenScoreLoss;
import io.plumbline.objectives.pair.DifficultyLogisticLoss;
import io.plumbline.objectives.pair.FactoredLogisticLoss;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.PolicyWeighted;
import io.plumbline.objectives.pair.ReferenceSampleLoss;
import io.plumbline.objectives.pair.SquaredMarginLoss;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compositions around DPO: weights, bonuses, other references, other units than completions. */
final class DpoVariantEntries {
  private static final Invariance[] OF_MARGIN = {
    EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN
  };
  private static final LogRatios POLICY = LogRatios.summed().withReference(Reference.none());

  private static final int MOST_OPPONENTS = 64;

  private DpoVariantEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("wpo", "WPO over DPO")
            .source("arXiv:2406.11827, equation 2; TRL `use_weighting`")
            .equation("w_w w_l · −log σ(β (u_w − u_l)), w = exp(mean of `aligned_logps`)")
            .beta(0.1)
            .detached("the weights")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT)
            .by(p -> PairwiseObjective.of(new PolicyWeighted(new LogisticLoss(p.get("beta"))))),
        CatalogueEntry.named("tr-dpo", "TR-DPO")
            .source("arXiv:2404.09656")
            .equation("−log σ(β (u_w − u_l)), u against `reference_logps/moving`")
            .beta(0.1)
            .invariant(OF_MARGIN)
            .readings(
                "Soft (mixing weights) and hard (copying) updates are the engine's; both are this"
                    + " loss.")
            .by(
                p ->
                    new PairwiseObjective(
                        new LogisticLoss(p.get("beta")),
                        LogRatios.summed()
                            .withReference(Reference.moving(Channel.referenceLogps("moving"))))),
        CatalogueEntry.named("dpo-two-betas", "DPO with a β for each side")
            .source("DPO (arXiv:2305.18290, equation 7) with β of the rejected log-ratio lowered")
            .equation("−log σ(β⁺ u_w − β⁻ u_l)")
            .parameter("beta_chosen", 0.1, "β⁺ > 0")
            .parameter("beta_rejected", 0.08, "β⁻ in (0, β⁺]")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN)
            .readings(
                "Flex-DPO of 3D-properties (177, arXiv:2406.07327) has a β⁺ and a lower β⁻; that"
                    + " stands in its OpenReview discussion, its equation was not seen. Its other"
                    + " regulariser is `sft-chosen`, added with a weight.")
            .by(
                p ->
                    PairwiseObjective.of(
                        new BiasedLogisticLoss(
                            p.get("beta_chosen"), p.get("beta_rejected") / p.get("beta_chosen")))),
        CatalogueEntry.named("rpo", "RPO, DPO with a likelihood regulariser")
            .methods(71)
            .source("arXiv:2405.16436; Regularized-Preference-Optimization `rpo_trainer.py`")
            .equation("−log σ(β (u_w − u_l)) − η β l_w")
            .beta(0.1)
            .parameter("eta", 0.005, "η ≥ 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .readings(
                "The authors' code sums log-probabilities. TRL's former `rpo_alpha` took the mean"
                    + " per token: `dpo` + `sft-chosen`.")
            .by(
                p ->
                    WeightedSum.of(
                        PairwiseObjective.of(new LogisticLoss(p.get("beta"))),
                        p.get("eta") * p.get("beta"),
                        new PairwiseObjective(new ChosenScoreLoss(), POLICY))),
        CatalogueEntry.named("xpo", "XPO")
            .source("arXiv:2405.21046, algorithm 1; TRL `XPOTrainer`")
            .equation("−log σ(β (u_w − u_l)) + α l_ref, l_ref of the reference's own sample")
            .beta(0.1)
            .parameter("alpha", 1e-5, "α ≥ 0, optimism")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .by(
                p ->
                    WeightedSum.of(
                        PairwiseObjective.of(new LogisticLoss(p.get("beta"))),
                        p.get("alpha"),
                        new PairwiseObjective(new ReferenceSampleLoss(), POLICY))),
        CatalogueEntry.named("cream", "CREAM, consistency-weighted DPO")
            .methods(26)
            .source("arXiv:2410.12735; CREAM `sft_dpo_trainer.py`")
            .equation("−c log σ(β (u_w − u_l)) − (1 − c) log σ(β (u_l − u_w))")
            .beta(0.1)
            .invariant(OF_MARGIN)
            .readings("c, the consistency of rankings, is read from `preference_probabilities`.")
            .by(p -> PairwiseObjective.of(new SoftLabelled(new LogisticLoss(p.get("beta"))))),
        CatalogueEntry.named("mm-dpo", "DPO with dynamic reward scaling")
            .methods(171)
            .source("arXiv:2502.10391; MM-RLHF `dpo_trainer.py`, `ls_factor`")
            .equation("−log σ(β_i (u_w − u_l)), β_i = max(10⁻³, β (1 + w f_i))")
            .beta(0.1)
            .parameter("factor_weight", 0.5, "w ≥ 0")
            .invariant(OF_MARGIN)
            .readings("How f_i comes of the reward margin is the data stage's.")
            .by(
                p ->
                    PairwiseObjective.of(
                        new FactoredLogisticLoss(p.get("beta"), p.get("factor_weight")))),
        CatalogueEntry.named("da-dpo", "DA-DPO, difficulty-aware DPO")
            .methods(203)
            .source("arXiv:2601.00623; DA-DPO `llava/train/da_dpo.py`")
            .equation("−log σ(β (g + 1) α (u_w − u_l)), g from `score_gaps`")
            .beta(0.1)
            .parameter("db_alpha", 1, "α > 0")
            .invariant(OF_MARGIN)
            .by(
                p ->
                    PairwiseObjective.of(
                        new DifficultyLogisticLoss(p.get("beta"), p.get("db_alpha")))),
        CatalogueEntry.named("cpl", "Contrastive preference learning")
            .methods(79)
            .source("arXiv:2310.13639; jhejna/cpl `biased_bce_with_logits`")
            .equation("−log σ(α (l_w − λ l_l)), l summed over the actions of a segment")
            .parameter("alpha", 0.1, "α > 0")
            .parameter("bias", 0.5, "λ in (0, 1]")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .readings("The code sums without discount, as here.")
            .by(
                p ->
                    new PairwiseObjective(
                        new BiasedLogisticLoss(p.get("alpha"), p.get("bias")), POLICY)),
        CatalogueEntry.named("mnpo", "MNPO, n-player Nash preference optimisation")
            .methods(13)
            .source("MNPO `mnpo_trainer.py`")
            .equation("(l_w − l_l − r Δ_ref − (1 − r) mean_j Δ_j − 1/(2η))², Δ of opponents j")
            .parameter("eta", 0.0075, "η > 0")
            .parameter("ratio", 0.6667, "r in [0, 1], weight of the reference")
            .parameter(
                "opponents", 2, "n from 1 to 64, channels `reference_logps/opponent-0` and on")
            .invariant(OF_MARGIN)
            .readings("One opponent, the policy of the last round, is INPO's two-player form.")
            .by(DpoVariantEntries::multiplayer));
  }

  private static Objective multiplayer(Parameters p) {
    int opponents = Math.toIntExact(Math.round(p.get("opponents")));
    // Each opponent is a channel of its own: the bound keeps a slip from filling the memory.
    if (opponents < 1 || opponents > MOST_OPPONENTS) {
      throw new IllegalArgumentException(
          "opponents: %d is outside 1 to %d".formatted(opponents, MOST_OPPONENTS));
    }
    Map<Channel, Double> weights = new LinkedHashMap<>();
    weights.put(Channel.REFERENCE_LOGPS, p.get("ratio"));
    for (int j = 0; j < opponents; j++) {
      weights.put(Channel.referenceLogps("opponent-" + j), (1 - p.get("ratio")) / opponents);
    }
    return new PairwiseObjective(
        new SquaredMarginLoss(p.get("eta")),
        LogRatios.summed().withReference(new Reference(weights)));
  }
}
