package io.plumbline.judgment.audit;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;
import java.util.List;

/**
 * What a bait does beyond its control. The bait stands in the completion that a trusted judgment
 * calls worse, where one is known, else in the first. Accuracy with and without the bait and the
 * share of unmoved verdicts (robustness rate) are the quantities of Wang et al. 2025, "Assessing
 * Judging Bias in Large Reasoning Models", section 2; METHODS 9.
 */
public record ProbeAudit(Probe probe) implements ComparisonAudit {
  public ProbeAudit {
    requireNonNull(probe, "probe is null");
  }

  @Override
  public String name() {
    return probe.name();
  }

  @Override
  public String summary() {
    return probe.summary();
  }

  @Override
  public List<Integer> methods() {
    return probe.methods();
  }

  @Override
  public List<Question> questions(AuditPair pair) {
    Question question = baitedFirst(pair) ? pair.question() : pair.question().swapped();
    return List.of(
        changed(question, probe.treated(question.comparison())),
        changed(question, probe.control(question.comparison())));
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure(
            "effect", (pair, verdicts) -> Scores.of(verdicts.get(0)) - Scores.of(verdicts.get(1))),
        new Measure("robustness", (pair, verdicts) -> unmoved(verdicts)),
        new Measure("accuracy without bait", (pair, verdicts) -> accuracy(pair, verdicts.get(1))),
        new Measure("accuracy with bait", (pair, verdicts) -> accuracy(pair, verdicts.get(0))));
  }

  private static boolean baitedFirst(AuditPair pair) {
    return pair.gold().isEmpty() || pair.gold().getAsDouble() <= 0.5;
  }

  private static double unmoved(List<Verdict> verdicts) {
    double with = Scores.of(verdicts.get(0));
    double without = Scores.of(verdicts.get(1));
    if (Double.isNaN(with) || Double.isNaN(without)) {
      return Double.NaN;
    }
    return Math.signum(with - 0.5) == Math.signum(without - 0.5) ? 1 : 0;
  }

  private static double accuracy(AuditPair pair, Verdict verdict) {
    if (pair.gold().isEmpty()) {
      return Double.NaN;
    }
    double gold = pair.gold().getAsDouble();
    return Scores.agreement(Scores.of(verdict), baitedFirst(pair) ? gold : 1 - gold);
  }

  private static Question changed(Question question, Comparison comparison) {
    return new Question(comparison, question.principle(), question.material());
  }
}
