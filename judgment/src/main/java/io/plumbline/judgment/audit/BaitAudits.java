package io.plumbline.judgment.audit;

import io.plumbline.judgment.material.Material;
import java.util.List;

/** The audits by bait. Their sentences are in {@code baits.jsonl}, or in a user's file. */
final class BaitAudits {
  private static final String SOURCE_9 = " (Assessing Judging Bias in Large Reasoning Models)";

  private BaitAudits() {}

  static List<ComparisonAudit> create() {
    Material material = Material.builtIn("baits");
    return List.of(
        bait("injection", "does an instruction to the judge inside a completion work?", material),
        bait("bandwagon", "does the claim of a majority work?" + SOURCE_9, material, 9),
        bait(
            "authority",
            "does an appeal to an authority that cannot be checked work?" + SOURCE_9,
            material,
            9),
        bait("distraction", "does a remark beside the point work?" + SOURCE_9, material, 9),
        bait(
            "superficial-reflection",
            "do phrases that only look like reasoning work?" + SOURCE_9,
            material,
            9),
        new ProbeAudit(
            "verbosity",
            "does a completion gain by repeating itself?",
            List.of(),
            List.of(new VerbosityProbe()),
            ""));
  }

  private static ComparisonAudit bait(
      String name, String summary, Material material, Integer... methods) {
    return new ProbeAudit(
        name, summary, List.of(methods), SentenceProbe.of(name, material), SentenceProbe.FIELDS);
  }
}
