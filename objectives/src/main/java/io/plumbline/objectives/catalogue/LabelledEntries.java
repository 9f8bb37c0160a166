package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.sequence.ApoZeroUnpairedLoss;
import io.plumbline.objectives.sequence.BcoLoss;
import io.plumbline.objectives.sequence.CausalWeighting;
import io.plumbline.objectives.sequence.GivenWeights;
import io.plumbline.objectives.sequence.KlBaseline;
import io.plumbline.objectives.sequence.KtoLoss;
import io.plumbline.objectives.sequence.LabelledObjective;
import io.plumbline.objectives.sequence.NoBaseline;
import io.plumbline.objectives.sequence.RankMeanKlBaseline;
import io.plumbline.objectives.sequence.RunningRewardBaseline;
import io.plumbline.objectives.sequence.WeightedLikelihood;
import java.util.List;

/** Objectives on completions labelled desirable or undesirable, u the log-ratio. */
final class LabelledEntries {
  private static final Invariance[] OF_RATIOS = {
    EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN
  };

  private LabelledEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        weighted("kto", "KTO")
            .source("arXiv:2402.01306, equation 7; TRL `KTOTrainer`")
            .equation("λ_D (1 − σ(β (u − z))), λ_U (1 − σ(β (z − u))), z = max(0, mean KL)")
            .detached("z, the KL estimate of the global batch")
            .invariant(OF_RATIOS)
            .readings(
                "z is the mean over the global batch, however it was split. TRL and HALOs average"
                    + " the means of the ranks: `kto-rank-means`.")
            .by(p -> new LabelledObjective(kto(p), new KlBaseline(), false)),
        weighted("kto-rank-means", "KTO, KL as the mean of the ranks' means")
            .source("TRL `KTOTrainer`; HALOs `KTOTrainer.loss`")
            .equation("as `kto`, z = max(0, mean over ranks of the mean KL of a rank)")
            .detached("z")
            .invariant(OF_RATIOS)
            .readings(
                "TRL's and HALOs' own; equal to `kto` where all ranks hold equally many rows. The"
                    + " value depends on how the global batch was split.")
            .by(p -> new LabelledObjective(kto(p), new RankMeanKlBaseline(), false)),
        weighted("apo-zero-unpaired", "APO-zero without pairs")
            .source("TRL `KTOConfig(loss_type=apo_zero_unpaired)`, after arXiv:2408.06266")
            .equation("λ_D (1 − σ(β u)), λ_U σ(β u)")
            .invariant(OF_RATIOS)
            .by(
                p ->
                    new LabelledObjective(
                        new ApoZeroUnpairedLoss(
                            p.get("beta"), p.get("desirable_weight"), p.get("undesirable_weight")),
                        new NoBaseline(),
                        false)),
        CatalogueEntry.named("bco", "BCO")
            .source("arXiv:2404.04656; TRL `BCOTrainer`")
            .equation("−log σ(β u − δ), −log σ(δ − β u), δ the running mean of β u")
            .beta(0.1)
            .detached("δ, which already holds this step's rewards")
            .invariant(OF_RATIOS)
            .readings("TRL's BCO trainer; its DPO trainer's `bco_pair` has no δ: `bco-pair`.")
            .by(
                p ->
                    new LabelledObjective(
                        new BcoLoss(p.get("beta")), new RunningRewardBaseline(), false)),
        CatalogueEntry.named("bco-weighted", "BCO with density-ratio weights")
            .source("arXiv:2404.04656; TRL `BCOConfig(prompt_sample_size…)`")
            .equation("w · (−log σ(±(β u − δ))), w from `weights`: 1 for desirable completions")
            .beta(0.1)
            .detached("δ, and the weights")
            .invariant(OF_RATIOS)
            .by(
                p ->
                    new LabelledObjective(
                        new BcoLoss(p.get("beta")), new RunningRewardBaseline(), true)),
        CatalogueEntry.named("c-rlft", "C-RLFT, weighted likelihood on mixed quality")
            .methods(139)
            .source("arXiv:2309.11235; openchat `weighted_cross_entropy` over `all_numseq`")
            .equation("−Σ w log π / Σ w over the tokens of the batch, w from `token_weights`")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(p -> new WeightedLikelihood(new GivenWeights())),
        CatalogueEntry.named("nextquill", "NextQuill, tokens weighted by causal effect")
            .methods(63)
            .source("NextQuill `train.py`, `weight_strategy=Target`")
            .equation("−Σ w log π / Σ w, w = 0.9 where π − π_counterfactual > 0.05, else 0.1")
            .detached("w")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(p -> new WeightedLikelihood(new CausalWeighting())));
  }

  private static KtoLoss kto(Parameters p) {
    return new KtoLoss(p.get("beta"), p.get("desirable_weight"), p.get("undesirable_weight"));
  }

  private static EntryBuilder weighted(String name, String title) {
    return CatalogueEntry.named(name, title)
        .beta(0.1)
        .parameter("desirable_weight", 1, "λ_D ≥ 0")
        .parameter("undesirable_weight", 1, "λ_U ≥ 0");
  }
}
