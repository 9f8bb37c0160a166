package io.plumbline.judgment.protocol;

import io.plumbline.judgment.tool.Toolbox;
import java.util.List;

/**
 * The judge first calls tools (a calculator, a calendar, regular expressions, JSON schemas), then
 * decides with their results in view. Source: Li et al. 2024, "Tool-Augmented Reward Modeling"
 * (Themis), METHODS 134, and "Anyprefer", METHODS 23: thought, call, observation, verdict. A tool
 * that reaches outside the process, such as a search, is not among them; see {@link
 * LookupAssisted}.
 */
final class ToolAssisted {
  private ToolAssisted() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new StagedProtocol(
        List.of(
            Stage.aboutAnswers(
                    "tool_results",
                    StandardPairwise.preparation(
                        List.of(),
                        "Which claims in the answers can be checked by these tools? Call them, one"
                            + " call per line, at most eight, or write: none. Tools:\n"
                            + Toolbox.usage()))
                .worked(Toolbox::results)),
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of("tool_results"),
                "By the criterion above, and with the tools' results in view, which answer is"
                    + " better, A or B?"),
            source));
  }
}
