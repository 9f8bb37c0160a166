package io.plumbline.judgment.audit;

import io.plumbline.judgment.protocol.Question;
import java.util.List;

/**
 * Self-preference as the DBG score: the judge's score of its own answer minus that of a gold
 * judgment, so that being better is not taken for bias. The first completion of each pair must be
 * the judge's own, and gold must be known; the score is the mean over both orders of the normalised
 * label probabilities. Source: Chen et al. 2025, "Beyond the Surface: Measuring Self-Preference in
 * LLM Judgments", and its average_preference program; METHODS 2.
 */
public record SelfPreferenceAudit() implements ComparisonAudit {
  @Override
  public String name() {
    return "self-preference";
  }

  @Override
  public String summary() {
    return "does the judge like its own answers (a) better than gold judgments do?";
  }

  @Override
  public List<Integer> methods() {
    return List.of(2);
  }

  @Override
  public List<Question> questions(AuditPair pair) {
    return List.of(pair.question());
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure("effect", (pair, verdicts) -> Scores.of(verdicts.get(0)) - gold(pair)),
        new Measure("judge's score of own answers", (pair, verdicts) -> Scores.of(verdicts.get(0))),
        new Measure("gold score of own answers", (pair, verdicts) -> gold(pair)));
  }

  private static double gold(AuditPair pair) {
    return pair.gold().orElse(Double.NaN);
  }
}
