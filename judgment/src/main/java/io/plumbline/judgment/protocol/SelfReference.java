package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * The judge answers the request itself, criticises both answers with its own as reference, then
 * decides. Source: Bao et al. 2024, "Aligning Large Language Models from Self-Reference AI Feedback
 * with one General Principle"; METHODS 35. Its self-consistency is the two orders here, and {@link
 * Repeated} for more samples.
 */
final class SelfReference {
  private SelfReference() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new StagedProtocol(
        List.of(
            Stage.aboutRequest("own_answer", RequestOnly.prompt("Answer the request.")),
            Stage.aboutAnswers(
                "critique",
                StandardPairwise.preparation(
                    List.of("own_answer"),
                    "Criticise answers A and B with your own answer as a reference, by the"
                        + " criterion above. Do not say which answer is better."))),
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of("critique"),
                "By the criterion above, and weighing the critique, which answer is better,"
                    + " A or B?"),
            source));
  }
}
