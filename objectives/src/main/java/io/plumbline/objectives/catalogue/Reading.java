package io.plumbline.objectives.catalogue;

import java.util.List;

/**
 * One of several formulas that the field has under one name.
 *
 * @param name the name that is shared
 * @param entry our own name for this formula
 * @param projects who means this formula
 */
record Reading(String name, String entry, String projects) {
  static List<Reading> all() {
    return List.of(
        new Reading("IPO", "ipo-averaged", "TRL's DPO trainer, HALOs, LLaMA-Factory"),
        new Reading("IPO", "ipo-summed", "the paper, OpenRLHF, TRL's online trainers"),
        new Reading("SimPO's margin γ", "simpo", "the paper, TRL, LLaMA-Factory"),
        new Reading("SimPO's margin γ", "simpo-ratio", "the authors' code, HALOs, open-instruct"),
        new Reading("BCO", "bco", "the paper, TRL's BCO trainer"),
        new Reading("BCO", "bco-weighted", "TRL's BCO trainer with a prompt classifier"),
        new Reading("BCO", "bco-pair", "TRL's DPO trainer (`bco_pair`)"),
        new Reading("robust, label smoothing", "rdpo", "the rDPO paper, TRL's `robust`"),
        new Reading("robust, label smoothing", "cdpo", "Mitchell's note, OpenRLHF, HALOs"),
        new Reading("KTO's KL", "kto", "the mean of the global batch, ours"),
        new Reading("KTO's KL", "kto-rank-means", "TRL, HALOs"),
        new Reading("LD-DPO", "ld-dpo", "TRL"),
        new Reading("LD-DPO", "ld-dpo-policy-only", "LLaMA-Factory"),
        new Reading("ORPO's likelihood", "orpo", "TRL (over prompt tokens as well)"),
        new Reading("ORPO's likelihood", "orpo-per-completion", "LLaMA-Factory"),
        new Reading("ORPO's log-odds", "orpo-odds-ratio", "all; by log1mexp here and in TRL"),
        new Reading("sigmoid-norm", "dpo", "the RSO paper"),
        new Reading("sigmoid-norm", "ln-dpo", "TRL's `sigmoid_norm`"));
  }
}
