package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.composition.WeightedSum;
import io.plumbline.objectives.composition.WeightedSum.Term;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.MaskSparsity;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.score.MaskedRatios;
import java.util.ArrayList;
import java.util.List;

/** Objectives that weigh single tokens by masks which may be learned. */
final class TokenMaskEntries {
  private TokenMaskEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        sparse("sparsepo-common", "SparsePO with one mask")
            .equation("−log σ(β (s_w − s_l)) + λ (‖m_w‖₁ + ‖m_l‖₁), s = Σ m (u_t + KL_t)")
            .parameter("l1", 0.001, "λ ≥ 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT)
            .readings(
                "The authors' code halves its two λ and adds both, which is this with their mean.")
            .by(p -> masked(p, MaskedRatios.common(), List.of(p.get("l1")))),
        sparse("sparsepo-independent", "SparsePO with a mask for each")
            .equation("−log σ(β (s_w − s_l)) + λ_m ‖m‖₁ + λ_d ‖d‖₁, s = Σ m u_t + Σ d KL_t")
            .parameter("l1_reward", 0.001, "λ_m ≥ 0")
            .parameter("l1_divergence", 0.001, "λ_d ≥ 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT)
            .by(
                p ->
                    masked(
                        p,
                        MaskedRatios.independent(),
                        List.of(p.get("l1_reward"), p.get("l1_divergence")))));
  }

  private static EntryBuilder sparse(String name, String title) {
    return CatalogueEntry.named(name, title)
        .methods(44)
        .source("arXiv:2410.05102; huawei-noah/HEBO `SparsePO/src/trainers/sparse_trainer.py`")
        .beta(0.1);
  }

  private static Objective masked(Parameters p, MaskedRatios source, List<Double> weights) {
    List<Channel> masks =
        weights.size() == 1
            ? List.of(source.rewardMask())
            : List.of(source.rewardMask(), source.divergenceMask());
    List<Term> terms = new ArrayList<>();
    terms.add(new Term(1, new PairwiseObjective(new LogisticLoss(p.get("beta")), source)));
    for (int i = 0; i < masks.size(); i++) {
      terms.add(new Term(weights.get(i), new MaskSparsity(masks.get(i))));
    }
    return new WeightedSum(terms);
  }
}
