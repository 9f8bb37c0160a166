package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * A critique of both answers first, then the verdict with the critique in view. Source: Zhang et
 * al. 2025, "MM-RLHF" (critique-based reward model); METHODS 171.
 */
final class CritiqueThenVerdict {
  private CritiqueThenVerdict() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new StagedProtocol(
        List.of(
            Stage.aboutAnswers(
                "critique",
                StandardPairwise.preparation(
                    List.of(),
                    "Name what is right and what is wrong with each answer by the criterion above,"
                        + " point by point. Do not say which answer is better."))),
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of("critique"),
                "By the criterion above, and weighing the critique, which answer is better,"
                    + " A or B?"),
            source));
  }
}
