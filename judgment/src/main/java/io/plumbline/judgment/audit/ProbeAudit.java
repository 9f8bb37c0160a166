package io.plumbline.judgment.audit;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a bait does beyond its control. The bait stands in the completion that a trusted judgment
 * calls worse, where one is known, else in the first. Accuracy with and without the bait, the share
 * of verdicts that it left as they were (robust rate) and those that it made wrong or right
 * (harmful and helpful flips) are the quantities of Wang et al. 2025, "Assessing Judging Bias in
 * Large Reasoning Models", as its programs compute them, over the pairs with both verdicts; METHODS
 * 9. With several baits a pair's value is their mean.
 *
 * @param probes at least one
 * @param fields of its material; empty where it takes none
 */
public record ProbeAudit(
    String name, String summary, List<Integer> methods, List<Probe> probes, String fields)
    implements ComparisonAudit {
  public ProbeAudit {
    requireNonNull(name, "name is null");
    requireNonNull(summary, "summary is null");
    methods = List.copyOf(methods);
    probes = List.copyOf(probes);
    if (probes.isEmpty()) {
      throw new IllegalArgumentException("probes is empty, must hold at least one");
    }
    requireNonNull(fields, "fields is null");
  }

  @Override
  public ComparisonAudit with(Material material) {
    return fields.isEmpty()
        ? ComparisonAudit.super.with(material)
        : new ProbeAudit(name, summary, methods, SentenceProbe.of(name, material), fields);
  }

  @Override
  public List<Question> questions(AuditPair pair) {
    Question question = baitedFirst(pair) ? pair.question() : pair.question().swapped();
    List<Question> questions = new ArrayList<>();
    for (Probe probe : probes) {
      questions.add(changed(question, probe.treated(question.comparison())));
      questions.add(changed(question, probe.control(question.comparison())));
    }
    return questions;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        measure("effect", Baited::effect),
        measure("robustness", Baited::unmoved),
        measure("accuracy without bait", Baited::accuracyWithout),
        measure("accuracy with bait", Baited::accuracyWith),
        measure("accuracy change", baited -> baited.accuracyWith() - baited.accuracyWithout()),
        measure("harmful flips", Baited::harmed),
        measure("helpful flips", Baited::helped));
  }

  private static Measure measure(String name, ToDoubleFunction<Baited> quantity) {
    return new Measure(
        name,
        (pair, verdicts) -> {
          double sum = 0;
          for (int i = 0; i < verdicts.size(); i += 2) {
            sum += quantity.applyAsDouble(baited(pair, verdicts.get(i), verdicts.get(i + 1)));
          }
          return sum / (verdicts.size() / 2);
        });
  }

  private static Baited baited(AuditPair pair, Verdict with, Verdict without) {
    double gold = pair.gold().orElse(Double.NaN);
    return new Baited(Scores.of(with), Scores.of(without), baitedFirst(pair) ? gold : 1 - gold);
  }

  private static boolean baitedFirst(AuditPair pair) {
    return pair.gold().isEmpty() || pair.gold().getAsDouble() <= 0.5;
  }

  private static Question changed(Question question, Comparison comparison) {
    return new Question(comparison, question.principle(), question.material());
  }
}
