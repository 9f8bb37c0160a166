package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Objective;
import io.plumbline.objectives.composition.WeightedSum;
import io.plumbline.objectives.list.LambdaLoss;
import io.plumbline.objectives.list.ListLoss;
import io.plumbline.objectives.list.ListwiseObjective;
import io.plumbline.objectives.list.MutualInformationLoss;
import io.plumbline.objectives.list.OptimisticLoss;
import io.plumbline.objectives.list.PairMeanLoss;
import io.plumbline.objectives.list.PairWeights;
import io.plumbline.objectives.list.PlacedPairLoss;
import io.plumbline.objectives.list.PlackettLuceLoss;
import io.plumbline.objectives.list.RankingContrastLoss;
import io.plumbline.objectives.list.SoftmaxLoss;
import io.plumbline.objectives.list.ThirdLikelihoodLoss;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.reduction.MeanPerToken;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.Reference;
import io.plumbline.objectives.score.WeightedRatios;
import java.util.List;

/** Objectives on lists of completions, s_i = β u_i. */
final class ListEntries {
  private static final Invariance[] OF_DIFFERENCES = {
    EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN
  };
  private static final LogRatios MEAN =
      LogRatios.summed().withReference(Reference.none()).withReduction(new MeanPerToken());

  private ListEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("dpo-plackett-luce", "DPO on ranked lists")
            .methods(202)
            .source("arXiv:2305.18290, appendix A.3; allRank `listMLE` on β u")
            .equation("Σ_k (log Σ_{j≥k} e^{s_j} − s_k), best first")
            .beta(0.1)
            .invariant(OF_DIFFERENCES)
            .by(p -> ratios(new PlackettLuceLoss(p.get("beta")))),
        CatalogueEntry.named("list-softmax", "Listwise softmax cross-entropy")
            .methods(202)
            .source("ListNet, ICML 2007; allRank `listNet` on β u")
            .equation("−Σ_i softmax(relevances)_i log softmax(s)_i")
            .beta(0.1)
            .invariant(OF_DIFFERENCES)
            .by(p -> ratios(new SoftmaxLoss(p.get("beta")))),
        CatalogueEntry.named("list-pairwise", "All pairs of a list")
            .methods(202)
            .source("RankNet, ICML 2005; allRank `lambdaLoss` with `rankNet_scheme` on β u")
            .equation("Σ over pairs with relevance_i > relevance_j of −log σ(s_i − s_j)")
            .beta(0.1)
            .invariant(OF_DIFFERENCES)
            .by(p -> ratios(new LambdaLoss(p.get("beta"), PairWeights.NONE))),
        CatalogueEntry.named("lipo-lambda", "LiPO-λ")
            .methods(202)
            .source("arXiv:2402.01878; allRank `lambdaLoss` with `lambdaRank_scheme` on β u")
            .equation("Σ over the same pairs of Δ_ij · −log σ(s_i − s_j), Δ from ranks and gains")
            .beta(0.05)
            .detached("the ranks of the scores")
            .invariant(OF_DIFFERENCES)
            .readings("Gains are not divided by the ideal DCG; allRank divides them.")
            .by(p -> ratios(new LambdaLoss(p.get("beta"), PairWeights.PREDICTED_RANKS))),
        CatalogueEntry.named("pro", "PRO")
            .methods(197)
            .source("arXiv:2306.17492; DAMO-ConvAI `PRO/train/utils/process_manager.py`")
            .equation(
                "Σ_k (log(e^{T_k l̄_k} + Σ_{j>k} e^{(r_k − r_j) l̄_j}) − T_k l̄_k) − λ (n − 1)² l_1")
            .parameter("sft_weight", 0.05, "λ ≥ 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(p -> new ListwiseObjective(new RankingContrastLoss(p.get("sft_weight")), MEAN)),
        CatalogueEntry.named("sami", "SAMI")
            .methods(25)
            .source("arXiv:2404.14313; sami `sami_loss`")
            .equation("½ (cross-entropy of the diagonal along rows + along columns) of l̄_ij")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(p -> new ListwiseObjective(new MutualInformationLoss(), MEAN)),
        CatalogueEntry.named("rationale-dpo", "DPO with rationales")
            .methods(16)
            .source("arXiv:2407.14477; preference-learning-with-rationales `RDPOTrainer.loss`")
            .equation("−log σ(β (u_1 − u_2)) − log σ(γ l_3) of chosen, rejected and rationale")
            .beta(0.1)
            .parameter("gamma", 1, "γ > 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .by(
                p ->
                    WeightedSum.of(
                        ratios(placed(p.get("beta"), 0, 3, "chosen, rejected and a third")),
                        1,
                        new ListwiseObjective(
                            new ThirdLikelihoodLoss(p.get("gamma")),
                            LogRatios.summed().withReference(Reference.none())))),
        CatalogueEntry.named("selm", "SELM")
            .methods(14)
            .source("arXiv:2405.19332; SELM `optimistic_dpo_loss`")
            .equation("−log σ(β (u_1 − u_2)) + α β u_3 of chosen, rejected, reference's response")
            .beta(0.1)
            .parameter("alpha", 0.001, "α ≥ 0, optimism")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN)
            .by(p -> ratios(new OptimisticLoss(p.get("beta"), p.get("alpha")))),
        CatalogueEntry.named("tpo-ranking", "TPO's ranking of a preference tree's responses")
            .methods(196)
            .source("MrBlankness/TPO `loss.py`, `lambda_rank_loss` on `compute_weighted_logits`")
            .equation("mean over pairs with relevance_i > relevance_j of −log σ(s_i − s_j)")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN)
            .readings(
                "s = Σ_t w_t u_t, w from `token_weights`: the step's adaptive reward over its"
                    + " tokens and over the sum of the steps' rewards, which the engine takes from"
                    + " hidden states. The code's constant for ties is left out, and so is the −log"
                    + " σ(β ·) that it takes of the whole: minimising that would raise this loss.")
            .by(
                p ->
                    new ListwiseObjective(
                        new PairMeanLoss(new LambdaLoss(1, PairWeights.NONE)),
                        new WeightedRatios())),
        CatalogueEntry.named("bvpo", "BVPO over DPO")
            .methods(6)
            .source("arXiv:2510.05095, equation 2, over DPO as in the paper")
            .equation("−α log σ(β (u_1 − u_2)) − (1 − α) log σ(β (u_3 − u_4))")
            .beta(0.1)
            .parameter("alpha", 0.5, "α in [0, 1], weight of the pair with traces")
            .invariant(OF_DIFFERENCES)
            .readings(
                "1 and 2 are chosen and rejected with their reasoning traces, 3 and 4 with empty"
                    + " ones. The paper trains with α = 0.5; `EstimatorErrors` has the α that its"
                    + " theorem 2 asks for.")
            .by(ListEntries::biasVariance));
  }

  private static Objective biasVariance(Parameters p) {
    double alpha = p.get("alpha");
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha: %s is outside [0, 1]".formatted(alpha));
    }
    String roles = "a pair with traces and a pair with empty ones";
    return new WeightedSum(
        List.of(
            new WeightedSum.Term(alpha, ratios(placed(p.get("beta"), 0, 4, roles))),
            new WeightedSum.Term(1 - alpha, ratios(placed(p.get("beta"), 2, 4, roles)))));
  }

  private static ListLoss placed(double beta, int first, int size, String roles) {
    return new PlacedPairLoss(new LogisticLoss(beta), first, size, roles);
  }

  private static Objective ratios(ListLoss loss) {
    return new ListwiseObjective(loss, LogRatios.summed());
  }
}
