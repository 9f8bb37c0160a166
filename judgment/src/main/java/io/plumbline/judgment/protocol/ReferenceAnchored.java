package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * Judges with a reference in view: a text by users on the same matter (Tan et al. 2025, "Aligning
 * Large Language Models with Implicit Preferences from User-Generated Content", METHODS 70), or a
 * teacher's answer as anchor ("Positive-Unlabeled Reinforcement Learning Distillation", METHODS
 * 195). Needs the material {@code reference}.
 */
final class ReferenceAnchored {
  static final String MATERIAL = "reference";

  private ReferenceAnchored() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new BothOrdersProtocol(
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of(MATERIAL),
                "The reference shows what a good answer covers; an answer may be as good in other"
                    + " words. By the criterion above and in comparison with the reference, which"
                    + " answer is better, A or B?"),
            source));
  }
}
