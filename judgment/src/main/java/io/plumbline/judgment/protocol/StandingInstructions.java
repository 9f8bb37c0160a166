package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * Selects which of a user's standing instructions apply to the request, then judges by request and
 * selection. Needs the material {@code standing_instructions}, one per line. Source: Moghe et al.
 * 2024, "Interpreting User Requests in the Context of Natural Language Standing Instructions"
 * (select, then interpret); METHODS 187.
 */
final class StandingInstructions {
  static final String MATERIAL = "standing_instructions";

  private StandingInstructions() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new StagedProtocol(
        List.of(
            Stage.aboutRequest(
                "applicable",
                RequestOnly.prompt(
                        "The user's standing instructions follow, one per line. Repeat word for"
                            + " word those that apply to the request, one per line, or write:"
                            + " none.")
                    .replace(
                        "{fence} end",
                        "{fence} standing instructions\n{" + MATERIAL + "}\n{fence} end"))),
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of("applicable"),
                "Which answer serves the request better under the applicable standing"
                    + " instructions, A or B?"),
            source));
  }
}
