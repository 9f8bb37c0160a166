package io.plumbline.judgment.protocol;

import io.plumbline.judgment.tool.LookupCalls;
import io.plumbline.judgment.tool.Toolbox;
import java.util.List;

/**
 * As {@link ToolAssisted}, with lookups over HTTP besides: the judge names addresses, and what
 * stands there is material for the verdict. Sources: Li et al. 2024, "Tool-Augmented Reward
 * Modeling" (Themis), METHODS 134; "Anyprefer", METHODS 23.
 */
final class LookupAssisted {
  private static final String RESULTS = "tool_results";

  private LookupAssisted() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new StagedProtocol(
        List.of(
            Stage.aboutAnswers(
                    RESULTS,
                    StandardPairwise.preparation(
                        List.of(),
                        "Which claims in the answers can be checked by these tools? Call them, one"
                            + " call per line, at most eight and four lookups, or write: none."
                            + " Tools:\n"
                            + Toolbox.usage()
                            + "\n"
                            + LookupCalls.usage()))
                .lookedUp(LookupAssisted::results)),
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of(RESULTS),
                "By the criterion above, and with the tools' results in view, which answer is"
                    + " better, A or B?"),
            source));
  }

  /** The tools' results alone. */
  static Step<String> worked(String text) {
    return new Step.Done<>(Toolbox.results(text));
  }

  /** The tools' results and what was looked up. */
  static Step<String> results(String text) {
    String worked = Toolbox.results(text);
    LookupCalls calls = LookupCalls.in(text);
    return calls.addresses().isEmpty()
        ? new Step.Done<>(worked + "\n" + calls.results(List.of()))
        : new Step.Look<>(
            calls.addresses(), found -> new Step.Done<>(worked + "\n" + calls.results(found)));
  }
}
