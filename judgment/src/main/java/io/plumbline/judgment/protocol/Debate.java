package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * One advocate speaks for each answer, each replies to the other, then the verdict. Source: Arif et
 * al. 2024, "The Fellowship of the LLMs" (LLM debate); METHODS 95. {@link
 * io.plumbline.judgment.verdict.Jury} is the other workflow of that paper.
 */
final class Debate {
  private Debate() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new StagedProtocol(
        List.of(
            speech("case_for_A", List.of(), "Make the best honest case for answer A."),
            speech(
                "case_for_B",
                List.of("case_for_A"),
                "Make the best honest case for answer B, and reply to the case for A."),
            speech(
                "reply_for_A",
                List.of("case_for_A", "case_for_B"),
                "Reply for A to the case for B.")),
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of("case_for_A", "case_for_B", "reply_for_A"),
                "Both sides were heard. By the criterion above, which answer is better, A or B?"),
            source));
  }

  private static Stage speech(String name, List<String> material, String task) {
    return Stage.aboutAnswers(
        name, StandardPairwise.preparation(material, task + " At most 120 words."));
  }
}
