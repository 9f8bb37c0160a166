package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * First settles the context that the request leaves open, then judges under it. Source: Pitis et
 * al. 2024, "Improving Context-Aware Preference Modeling for Language Models" (the two-step
 * decomposition); METHODS 59.
 */
final class ContextChoice {
  private ContextChoice() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new StagedProtocol(
        List.of(
            Stage.aboutRequest(
                "context",
                RequestOnly.prompt(
                    "State in at most three sentences the context that settles what a good answer"
                        + " is: who most likely asks, for what, and what matters most to them."))),
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of("context"),
                "Under the context above, and by the criterion where one is given, which answer is"
                    + " better, A or B?"),
            source));
  }
}
