package io.plumbline.objectives.catalogue;

import java.util.List;

/**
 * A method that the catalogue leaves out on purpose.
 *
 * @param method its name, with its METHODS number where it has one
 * @param reason why, in one sentence
 */
public record Omission(String method, String reason) {
  private static final String UNSEEN = "its equation or its authors' code could not be seen";

  /** All of them. */
  public static List<Omission> all() {
    return List.of(
        new Omission(
            "formula not seen",
            "HyPO (93), SPO (68), OSP (85), SparsePO (44), iREPO"
                + " (22), GPO (74's policy loss), APO momentum (206), BVPO (6), MAPL (15), LCPO"
                + " (208), 3D-properties (177), GRAPE (19), PoFT (152),"
                + " the contrastive term of 46,"
                + " Eurus (146): for each, "
                + UNSEEN
                + "."),
        new Omission(
            "RankList (65)",
            "of the paper only the abstract and introduction could be read, and no code is public;"
                + " `list-pairwise` and `dpo-plackett-luce` are its neighbours."),
        new Omission(
            "SePPO (100), SimulPL (199)",
            "the authors' repositories hold scores and pages, not the training code, and the"
                + " papers' equations could not be read."),
        new Omission(
            "TPO (196)",
            "the authors' code weighs steps by hidden states, which are the engine's, and takes"
                + " −log σ of a loss where the paper has another sign."),
        new Omission(
            "multi-objective GRPO (27)",
            "how it adds up its rewards could not be seen; `grpo` takes any sum, `gdpo` normalises"
                + " each reward first."),
        new Omission("LongAlign (178)", "it decomposes text embeddings, which are the engine's."),
        new Omission(
            "EM label reliability (208)",
            "not seen, as above; `cdpo` and `rdpo` take a known rate."),
        new Omission(
            "Self-NPO (198), DR-PO's resets (92), PF-PPO's filter (130), 46's meta-learning",
            "they need an engine and belong to recipes."));
  }
}
