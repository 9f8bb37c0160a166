package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.REFERENCE_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.RegressedMarginLoss;
import io.plumbline.objectives.pair.SquaredMarginLoss;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.Reference;
import io.plumbline.objectives.sequence.SequenceObjective;
import io.plumbline.objectives.sequence.SquaredTargetLoss;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Games of a policy against itself, its past or a population, and what they regress on. */
final class NashEntries {
  private static final Invariance[] OF_MARGIN = {
    EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, COMMON_SHIFT, CERTAIN_TOKEN
  };
  private static final Channel PREVIOUS = Channel.referenceLogps("previous");

  private NashEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("inpo", "INPO, iterative Nash policy optimisation")
            .methods(13)
            .source("arXiv:2407.00617, equation 8 and algorithm 1")
            .equation("(l_w − l_l − (τ/η) Δ_ref − ((η − τ)/η) Δ_t − 1/(2η))²")
            .parameter("eta", 0.0075, "η > 0, inverse learning rate of the mirror descent")
            .parameter("tau", 0.0025, "τ in [0, η], strength of the KL regularisation")
            .invariant(OF_MARGIN)
            .readings(
                "Δ_t is of `reference_logps/previous`, the policy that sampled the pair. It is"
                    + " `mnpo` with one opponent and ratio τ/η.")
            .by(NashEntries::inpo),
        CatalogueEntry.named("onpo", "ONPO, optimistic Nash policy optimisation")
            .methods(13)
            .source("arXiv:2502.16852, algorithm 1, lines 6 and 7")
            .equation("(l_w − l_l − Δ′ − η/2)², Δ′ of `reference_logps/previous`")
            .parameter("eta", 1, "η > 0, learning rate of the mirror descent")
            .invariant(OF_MARGIN)
            .readings(
                "Each round minimises it twice on one data set: against π′_t for π′_{t+1}, then"
                    + " against π′_{t+1} for π_{t+1}.")
            .by(p -> against(new SquaredMarginLoss(1 / p.get("eta")), Reference.moving(PREVIOUS))),
        CatalogueEntry.named("egpo", "EGPO and online mirror descent on win rates")
            .methods(13)
            .source("arXiv:2503.08942; EGPO `ExtragradientTrainer._compute_losses`")
            .equation("(u_w − u_l − m/β)², m from `margins`")
            .beta(0.1)
            .invariant(OF_MARGIN)
            .readings(
                "m = P(y ≻ y″) − P(y′ ≻ y″), y″ a sample of the present policy; w is y, l is y′."
                    + " EGPO takes m at the extrapolated policy and steps from the old one, which"
                    + " is the engine's. Online IPO is m = P(y ≻ y′) − ½.")
            .by(p -> PairwiseObjective.of(new RegressedMarginLoss(p.get("beta")))),
        CatalogueEntry.named("gpo", "GPO, general preference optimisation")
            .methods(74)
            .source("arXiv:2410.02197, equation 5.3 with log Z = 0")
            .equation(
                "(u − s/β)², u against `reference_logps/previous`, s from `preference_scores`")
            .beta(0.001)
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, REFERENCE_SHIFT, CERTAIN_TOKEN)
            .readings("s is the mean of a completion's scores against the policy's samples.")
            .by(
                p ->
                    new SequenceObjective(
                        new SquaredTargetLoss(p.get("beta")),
                        LogRatios.summed().withReference(Reference.moving(PREVIOUS)))),
        CatalogueEntry.named("spin", "SPIN, self-play fine-tuning")
            .source("arXiv:2401.01335, equation 4.7; SPIN `spin_loss`")
            .equation("−log σ(λ (u_w − u_l)), u against `reference_logps/previous`")
            .parameter("beta", 0.1, "λ > 0, strength of the KL constraint")
            .invariant(OF_MARGIN)
            .readings("w is the data's completion, l the last round's own sample.")
            .by(p -> against(new LogisticLoss(p.get("beta")), Reference.moving(PREVIOUS))),
        CatalogueEntry.named("dpo-population", "DPO against a population of checkpoints")
            .source("DPO (arXiv:2305.18290, equation 7) with π_ref the geometric mean of n models")
            .equation("−log σ(β (u_w − u_l)), u against mean_j of `reference_logps/checkpoint-j`")
            .beta(0.1)
            .parameter("checkpoints", 2, "n ≥ 1, channels `reference_logps/checkpoint-0` and on")
            .invariant(OF_MARGIN)
            .readings("The normaliser of the geometric mean cancels between w and l.")
            .by(NashEntries::population));
  }

  private static Objective inpo(Parameters p) {
    double share = p.get("tau") / p.get("eta");
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("tau: %s is outside [0, eta]".formatted(p.get("tau")));
    }
    return against(
        new SquaredMarginLoss(p.get("eta")),
        new Reference(Map.of(Channel.REFERENCE_LOGPS, share, PREVIOUS, 1 - share)));
  }

  private static Objective population(Parameters p) {
    int checkpoints = Math.toIntExact(Math.round(p.get("checkpoints")));
    if (checkpoints < 1) {
      throw new IllegalArgumentException("checkpoints: %d is below 1".formatted(checkpoints));
    }
    return against(
        new LogisticLoss(p.get("beta")),
        Reference.population(
            IntStream.range(0, checkpoints)
                .mapToObj(j -> Channel.referenceLogps("checkpoint-" + j))
                .toList()));
  }

  private static Objective against(PairLoss loss, Reference reference) {
    return new PairwiseObjective(loss, LogRatios.summed().withReference(reference));
  }
}
