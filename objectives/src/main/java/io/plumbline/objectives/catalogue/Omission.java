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
            "HyPO (93), SPO (68), OSP (85), SparsePO (44), RankList (65), RankDPO (163), iREPO"
                + " (22), GPO (74's policy loss), APO momentum (206), BVPO (6), MAPL (15), LCPO"
                + " (208), 3D-properties (177), GRAPE (19), PoFT (152), SimulPL"
                + " (199), NBPO (115), MNAR (184), DenseDPO (18), DCPO (69), SePPO"
                + " (100), BideDPO (200), the contrastive term of 46,"
                + " Eurus (146): for each, "
                + UNSEEN
                + "."),
        new Omission(
            "TPO (196)",
            "the authors' code weighs steps by hidden states, which are the engine's, and takes"
                + " −log σ of a loss where the paper has another sign."),
        new Omission(
            "P2C (188)",
            "its loss has four terms, of which diversity reads hidden features; its preference"
                + " term is `bradley-terry`."),
        new Omission(
            "multi-objective GRPO (27)",
            "how it adds up its rewards could not be seen; `grpo` takes any sum, `gdpo` normalises"
                + " each reward first."),
        new Omission("LongAlign (178)", "it decomposes text embeddings, which are the engine's."),
        new Omission(
            "GroCo (205)", "its differentiable sorting network is a feature of the engine."),
        new Omission(
            "CISPO, VESPO, Nash-MD",
            "their coefficient is a detached function of the differentiable channel; an engine"
                + " would have to hand that over as a constant channel of its own."),
        new Omission(
            "EM label reliability (208)",
            "not seen, as above; `cdpo` and `rdpo` take a known rate."),
        new Omission(
            "Self-NPO (198), DR-PO's resets (92), PF-PPO's filter (130), 46's meta-learning",
            "they need an engine and belong to recipes."));
  }
}
