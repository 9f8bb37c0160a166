package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.composition.WeightedSum;
import io.plumbline.objectives.divergence.AlphaReward;
import io.plumbline.objectives.pair.ChosenScoreLoss;
import io.plumbline.objectives.pair.HingeLoss;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.OddsRatioLoss;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.Shifted;
import io.plumbline.objectives.reduction.MeanPerToken;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.Reference;
import io.plumbline.objectives.sequence.FavouredLoss;
import io.plumbline.objectives.sequence.SequenceObjective;
import io.plumbline.objectives.sequence.WeightedLikelihood;
import java.util.List;

/** Objectives on the policy's own log-probabilities, summed (l) or per token (l̄). */
final class ReferenceFreeEntries {
  private static final LogRatios MEAN =
      LogRatios.summed().withReference(Reference.none()).withReduction(new MeanPerToken());

  private ReferenceFreeEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("simpo", "SimPO, absolute margin")
            .source("arXiv:2405.14734; TRL `CPOConfig(loss_type=simpo)`")
            .equation("−log σ(β (l̄_w − l̄_l) − γ)")
            .parameter("beta", 2, "β > 0")
            .parameter("gamma", 0.5, "γ, target reward margin")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .readings(
                "TRL and the paper: γ absolute. TRL adds the likelihood of the chosen completion"
                    + " (cpo_alpha = 1) unless told otherwise; it is a term of its own here,"
                    + " `sft-chosen`.")
            .by(
                p ->
                    perToken(
                        new Shifted(
                            new LogisticLoss(p.get("beta")), p.get("gamma") / p.get("beta")))),
        CatalogueEntry.named("simpo-ratio", "SimPO, margin as a ratio to β")
            .source("princeton-nlp/SimPO `simpo_loss`, `gamma_beta_ratio`")
            .equation("−log σ(β (l̄_w − l̄_l − ρ))")
            .parameter("beta", 2, "β > 0")
            .parameter("gamma_beta_ratio", 0.5, "ρ = γ/β")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .readings("The authors' code, HALOs and open-instruct: γ as a ratio to β.")
            .by(
                p ->
                    perToken(
                        new Shifted(new LogisticLoss(p.get("beta")), p.get("gamma_beta_ratio")))),
        CatalogueEntry.named("alphapo", "AlphaPO")
            .source("arXiv:2501.03884; TRL `CPOConfig(alpha=…)`")
            .equation("−log σ(β (r_w − r_l) − γ), r = (1 − e^{−α l̄}) / α")
            .parameter("beta", 2, "β > 0")
            .parameter("gamma", 0.5, "γ, target reward margin")
            .parameter("alpha", 0.25, "α; 0 is SimPO")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(
                p ->
                    new PairwiseObjective(
                        new Shifted(
                            new LogisticLoss(p.get("beta")), p.get("gamma") / p.get("beta")),
                        MEAN.withTransform(new AlphaReward(p.get("alpha"))))),
        CatalogueEntry.named("cpo", "CPO")
            .source("arXiv:2401.08417, equation 3; TRL `CPOConfig(loss_type=sigmoid)`")
            .equation("−log σ(β (l_w − l_l)) + α · NLL of the chosen completions per token")
            .beta(0.1)
            .parameter("cpo_alpha", 1, "α ≥ 0, weight of the likelihood term")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .readings("TRL's likelihood is a mean over the tokens of the batch, as here.")
            .by(
                p ->
                    WeightedSum.of(
                        summed(new LogisticLoss(p.get("beta"))),
                        p.get("cpo_alpha"),
                        WeightedLikelihood.ofFirst(Layout.PAIRS))),
        CatalogueEntry.named("slic", "SLiC-HF")
            .source("arXiv:2305.10425, cross-entropy regulariser")
            .equation("max(0, δ − l_w + l_l) + λ · NLL of the chosen completions per token")
            .parameter("delta", 1, "δ > 0, margin")
            .parameter("regularisation", 0.5, "λ ≥ 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(
                p ->
                    WeightedSum.of(
                        summed(new HingeLoss(1, p.get("delta"))),
                        p.get("regularisation"),
                        WeightedLikelihood.ofFirst(Layout.PAIRS))),
        CatalogueEntry.named("orpo", "ORPO")
            .source("arXiv:2403.07691, equation 6; TRL `ORPOTrainer`")
            .equation("NLL of the chosen completions per token − λ log σ(log-odds_w − log-odds_l)")
            .parameter("beta", 0.1, "λ > 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .readings(
                "Likelihood per token of the batch, as in TRL, whose likelihood also counts prompt"
                    + " tokens; here it is the completion's. LLaMA-Factory averages per completion:"
                    + " `orpo-per-completion`.")
            .by(
                p ->
                    WeightedSum.of(
                        perToken(new OddsRatioLoss(p.get("beta"))),
                        1,
                        WeightedLikelihood.ofFirst(Layout.PAIRS))),
        CatalogueEntry.named("orpo-per-completion", "ORPO, likelihood averaged per completion")
            .source("LLaMA-Factory `CustomDPOTrainer.odds_ratio_loss`")
            .equation("−l̄_w − λ log σ(log-odds_w − log-odds_l)")
            .parameter("beta", 0.1, "λ > 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .readings(
                "LLaMA-Factory's, whose log-odds by log1p(−exp) are the same function but lose"
                    + " their digits, or become infinite, near probability one.")
            .by(
                p ->
                    WeightedSum.of(
                        perToken(new OddsRatioLoss(p.get("beta"))),
                        1,
                        perToken(new ChosenScoreLoss()))),
        CatalogueEntry.named("orpo-odds-ratio", "ORPO's odds-ratio term")
            .source("arXiv:2403.07691, equation 7; TRL `ORPOTrainer.odds_ratio_loss`, negated")
            .equation("−λ log σ(log-odds_w − log-odds_l)")
            .parameter("beta", 0.1, "λ > 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(p -> perToken(new OddsRatioLoss(p.get("beta")))),
        CatalogueEntry.named("sft-chosen", "Likelihood of the chosen completion")
            .source("TRL `DPOConfig(loss_type=sft)`")
            .equation("−Σ log π over chosen tokens / number of chosen tokens in the batch")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(p -> WeightedLikelihood.ofFirst(Layout.PAIRS)),
        CatalogueEntry.named("sft", "Supervised fine-tuning")
            .source("TRL `SFTTrainer`")
            .equation("−Σ log π over tokens / number of tokens in the batch")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(p -> WeightedLikelihood.ofFirst(Layout.SEQUENCES)),
        CatalogueEntry.named("poft", "PoFT, preference-oriented fine-tuning")
            .methods(152)
            .source("arXiv:2412.12865, equations 6 and 7; alignment-handbook-PoFT `run_poft.py`")
            .equation("−log σ(β (l̄ − b) + γ), b from `baseline_scores`")
            .parameter("beta", 1, "β > 0")
            .parameter("gamma", 0, "γ")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .readings("b is the mean over aligned models of their l̄, each in its own tokens.")
            .by(p -> new SequenceObjective(new FavouredLoss(p.get("beta"), p.get("gamma")), MEAN)),
        CatalogueEntry.named("cpo-sigmoid", "CPO's preference term")
            .source("arXiv:2401.08417, equation 3; TRL `CPOTrainer.cpo_loss`")
            .equation("−log σ(β (l_w − l_l))")
            .beta(0.1)
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, COMMON_SHIFT, CERTAIN_TOKEN)
            .by(p -> summed(new LogisticLoss(p.get("beta")))));
  }

  private static Objective perToken(PairLoss loss) {
    return new PairwiseObjective(loss, MEAN);
  }

  private static Objective summed(PairLoss loss) {
    return new PairwiseObjective(loss, LogRatios.summed().withReference(Reference.none()));
  }
}
