package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * Writes a rubric for the request, then judges by it alone. The verdict question shows the rubric
 * as the only standard, so that it works as the proxy that verifies rubrics: how often the verdict
 * under a rubric agrees with the label is the rubric's reward. Source: "Rationale Matters: Learning
 * Transferable Rubrics via Proxy-Guided Critique" (Proxy-GRM); METHODS 191.
 */
final class RubricFirst {
  private RubricFirst() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new StagedProtocol(
        List.of(
            Stage.aboutRequest(
                "rubric",
                RequestOnly.prompt(
                    "Write a rubric of three to six criteria by which answers to it can be told"
                        + " apart, most important first, each with what a good and a bad answer"
                        + " does."))),
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of("rubric"),
                "By the rubric above and nothing else, which answer is better, A or B?"),
            source));
  }
}
