package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * Writes a rubric for the request, then judges by it alone. The verdict question shows the rubric
 * as the standard, so that it works as the proxy that verifies rubrics, as in {@link
 * VerifiedRubric}. Source: "Rationale Matters: Learning Transferable Rubrics via Proxy-Guided
 * Critique" (Proxy-GRM); METHODS 191.
 */
final class RubricFirst {
  /** The material that a rubric is. */
  static final String RUBRIC = "rubric";

  static final String WRITING =
      RequestOnly.prompt(
          "Write a rubric of three to six criteria by which answers to it can be told apart, most"
              + " important first, each with what a good and a bad answer does.");

  private RubricFirst() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new StagedProtocol(List.of(Stage.aboutRequest(RUBRIC, WRITING)), byRubric(source));
  }

  /** Judges by the criterion, with a rubric for it in view that is given as material. */
  static PairwiseForm withRubric(VerdictSource source) {
    return StandardPairwise.form(
        StandardPairwise.verdict(
            List.of(RUBRIC),
            "The rubric above was written for this request and criterion. Weigh both answers by its"
                + " criteria: which is better, A or B?"),
        source);
  }

  /** Judges by a rubric that is given as material. */
  static PairwiseForm byRubric(VerdictSource source) {
    return StandardPairwise.form(
        StandardPairwise.verdict(
            List.of(RUBRIC),
            "By the rubric above and nothing else, which answer is better, A or B?"),
        source);
  }
}
