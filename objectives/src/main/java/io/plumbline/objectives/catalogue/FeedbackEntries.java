package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.feedback.InversePropensity;
import io.plumbline.objectives.feedback.LabelLogisticLoss;
import io.plumbline.objectives.feedback.NoisyLabelLikelihood;
import io.plumbline.objectives.feedback.NoisyLabelObjective;
import io.plumbline.objectives.feedback.NoisyLabelProbability;
import io.plumbline.objectives.feedback.NoisyLabelSurrogate;
import io.plumbline.objectives.feedback.PointwiseObjective;
import io.plumbline.objectives.feedback.PropensityCrossEntropy;
import io.plumbline.objectives.feedback.PropensitySquaredError;
import java.util.List;

/** Objectives of recommenders on implicit feedback, s the score of an item, Y its click. */
final class FeedbackEntries {
  private static final Invariance[] OF_SCORES = {EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN};

  private FeedbackEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named(
                "mnar", "Clipped unbiased cross-entropy on missing-not-at-random clicks")
            .methods(184)
            .source("WSDM 2020, equation 9; unbiased-implicit-rec `src/utils/models.py`")
            .equation("−w log σ(s) − (1 − w) log σ(−s), w = Y / max(θ, M), θ from `propensities`")
            .parameter("clip", 0, "M in [0, 1]; 0 is the unbiased estimator")
            .invariant(OF_SCORES)
            .readings("The semi-synthetic experiments' loss, there with M = 0.")
            .by(
                p ->
                    new PointwiseObjective(
                        new PropensityCrossEntropy(new InversePropensity(p.get("clip"))))),
        CatalogueEntry.named(
                "mnar-squared", "Clipped unbiased squared error on missing-not-at-random clicks")
            .methods(184)
            .source("unbiased-implicit-rec-real `src/models/recommenders.py`, `weighted_mse`")
            .equation("Σ (w (1 − σ(s))² + ω (1 − w) σ(s)²) / Σ (Y + ω (1 − Y)), w = Y / max(θ, M)")
            .parameter("clip", 0.1, "M in [0, 1]")
            .parameter("weight", 1, "ω ≥ 0, weight of items without a click")
            .invariant(OF_SCORES)
            .readings("The real-world experiments' loss; with θ = 1 weighted matrix factorisation.")
            .by(
                p ->
                    new PointwiseObjective(
                        new PropensitySquaredError(
                            new InversePropensity(p.get("clip")), p.get("weight")))),
        CatalogueEntry.named("bpo", "Bayesian point-wise optimisation")
            .methods(115)
            .source("arXiv:2007.07204; NBPO `_BPO.py`")
            .equation("−log σ(s) of a clicked, −log σ(−s) of another item")
            .invariant(OF_SCORES)
            .readings("Its pairwise counterpart, BPR, is `bradley-terry` on the two items' scores.")
            .by(p -> new PointwiseObjective(new LabelLogisticLoss())),
        CatalogueEntry.named("nbpo", "NBPO, noisy-label robust, as its sampler steps")
            .methods(115)
            .source("arXiv:2007.07204; NBPO `_NBPO.py`")
            .equation(
                "−[σ(−γ)] log σ(s) − [σ(s)] log σ(−γ); −log σ(−s) − [σ(γ)] log σ(s) − [σ(s)] log σ(γ)")
            .detached("what stands in brackets")
            .invariant(OF_SCORES)
            .readings("γ, the flip score, is a second output of the model.")
            .by(p -> new NoisyLabelObjective(new NoisyLabelSurrogate())),
        CatalogueEntry.named("nbpo-likelihood", "NBPO by the likelihood of the observed labels")
            .methods(115)
            .source("arXiv:2007.07204; NBPO `_NBPOo.py`")
            .equation("−log(σ(s) σ(−γ)) of a clicked, −log(σ(−s) + σ(s) σ(γ)) of another item")
            .invariant(OF_SCORES)
            .readings("The code's 10⁻¹⁰ in the denominator is left out: it is there against 0/0.")
            .by(p -> new NoisyLabelObjective(new NoisyLabelLikelihood())),
        CatalogueEntry.named("nbpo-probability", "NBPO by the probability of the observed labels")
            .methods(115)
            .source("arXiv:2007.07204; NBPO `_NBPOs.py`")
            .equation("−σ(s) σ(−γ) of a clicked, −(σ(−s) + σ(s) σ(γ)) of another item")
            .invariant(OF_SCORES)
            .by(p -> new NoisyLabelObjective(new NoisyLabelProbability())));
  }
}
