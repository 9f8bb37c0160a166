package io.plumbline.objectives.catalogue;

import java.util.List;

/**
 * A method that the catalogue leaves out on purpose.
 *
 * @param method its name, with its METHODS number where it has one
 * @param reason why, in one sentence
 */
public record Omission(String method, String reason) {
  /** All of them. */
  public static List<Omission> all() {
    return List.of(
        new Omission(
            "RankList (65)",
            "of the paper only the abstract and introduction could be read, and no code is public;"
                + " `list-pairwise` and `dpo-plackett-luce` are its neighbours."),
        new Omission(
            "SePPO (100), SimulPL (199)",
            "the authors' repositories hold scores and pages, not the training code, and the"
                + " papers' equations could not be read."),
        new Omission(
            "HyPO (93)",
            "its loss is DPO's plus a KL on online samples, but not how that KL's gradient is"
                + " estimated: the authors' repository (yudasong/HyPO) is in no store at hand, and"
                + " the reviews and notes that are name no equation."),
        new Omission(
            "SPO (68)",
            "the authors' repository (lijian16/SPO) holds a licence only; what was read of the"
                + " paper says that key phrases are taken out step by step and the step classified,"
                + " not the loss nor what it reads."),
        new Omission(
            "OSP (85)",
            "what was read names a soft-preference cross-entropy without its equation; `dpo-soft`"
                + " is the cross-entropy of a margin against a soft label."),
        new Omission(
            "iREPO (22)",
            "what was read says that the implicit reward difference is regressed on the logit of"
                + " the preference, not with which scales; `egpo` regresses a margin on a given"
                + " difference."),
        new Omission(
            "APO momentum (206)",
            "an extrapolation after each policy update is described, its equation was not seen and"
                + " no code is published; a reference may be any weighted sum of models' log"
                + " probabilities."),
        new Omission(
            "MAPL (15)",
            "its intra-sample loss, −log p(x_w ≻ x_l | y), is `bradley-terry` or `dpo` on one"
                + " response under two prompts; its inter-sample loss was not seen."),
        new Omission(
            "3D-properties (177)",
            "its equations were not seen, only that Flex-DPO has two β: `dpo-two-betas`."),
        new Omission(
            "46's contrastive term",
            "it contrasts hidden features, which are the engine's; its equation was seen as a"
                + " picture's title only."),
        new Omission(
            "TPO's outer logistic (196)",
            "the authors' code takes −log σ(β ·) of its ranking loss, which falls as the ranking"
                + " gets worse; `tpo-ranking` is the ranking loss itself."),
        new Omission(
            "multi-objective GRPO's weights (27)",
            "how it adds up its rewards could not be seen; in `grpo-weighted-rewards` they are"
                + " parameters."),
        new Omission("LongAlign (178)", "it decomposes text embeddings, which are the engine's."),
        new Omission(
            "Self-NPO (198), DR-PO's resets (92), PF-PPO's filter (130), 46's meta-learning",
            "they need an engine and belong to recipes."));
  }
}
