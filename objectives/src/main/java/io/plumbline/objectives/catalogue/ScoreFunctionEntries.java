package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.policygradient.CappedRatioCoefficients;
import io.plumbline.objectives.policygradient.GammaCoefficients;
import io.plumbline.objectives.policygradient.GammaCoefficients.BySign;
import io.plumbline.objectives.policygradient.GroupAdvantages;
import io.plumbline.objectives.policygradient.NashCoefficients;
import io.plumbline.objectives.policygradient.RewardScale;
import io.plumbline.objectives.policygradient.ScoreFunctionObjective;
import java.util.List;

/** Policy-gradient objectives whose log-probabilities are weighed by detached functions of them. */
final class ScoreFunctionEntries {
  private ScoreFunctionEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("cispo", "CISPO")
            .source("arXiv:2506.13585; TRL `GRPOConfig(loss_type=cispo)`")
            .equation("−[min(ρ, ε)] A log π, mean over all tokens of the batch")
            .parameter("epsilon_high", 5, "ε > 0, largest ratio")
            .detached("the capped ratio, and advantages")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(
                p ->
                    new ScoreFunctionObjective(
                        new CappedRatioCoefficients(
                            new GroupAdvantages(RewardScale.GROUP), p.get("epsilon_high")),
                        true)),
        CatalogueEntry.named("vespo", "VESPO")
            .source("TRL `GRPOConfig(loss_type=vespo)`, `get_gamma_weights`")
            .equation("−[φ(w)] A log π, φ(w) = e^λ w^k e^−λw, w the ratio of the whole sequence")
            .parameter("k_pos", 2, "k for A ≥ 0")
            .parameter("lambda_pos", 3, "λ for A ≥ 0")
            .parameter("k_neg", 3, "k for A < 0")
            .parameter("lambda_neg", 2, "λ for A < 0")
            .detached("φ(w), and advantages")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .readings("Mean over all tokens of the batch.")
            .by(
                p ->
                    new ScoreFunctionObjective(
                        new GammaCoefficients(
                            new GroupAdvantages(RewardScale.GROUP),
                            new BySign(p.get("k_pos"), p.get("k_neg")),
                            new BySign(p.get("lambda_pos"), p.get("lambda_neg"))),
                        true)),
        CatalogueEntry.named("nash-md", "Nash-MD")
            .source("arXiv:2312.00886; TRL `NashMDTrainer._compute_losses`")
            .equation("Σ_t (β [log π − log π_ref] − (P − ½)) log π, mean over completions")
            .parameter("beta", 0.1, "β ≥ 0, weight of the KL")
            .detached("the log-ratio")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .readings(
                "P, from `preference_probabilities`, is the probability that the policy's"
                    + " completion beats the mixture policy's.")
            .by(p -> new ScoreFunctionObjective(new NashCoefficients(p.get("beta")), false)));
  }
}
