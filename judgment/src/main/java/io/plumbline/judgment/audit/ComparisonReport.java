package io.plumbline.judgment.audit;

import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures verdicts, without mitigation and with each, and what each mitigation changes. */
public final class ComparisonReport {
  private ComparisonReport() {}

  /**
   * @param conditions verdicts by condition, {@link Effect#NO_MITIGATION} first; each holds one
   *     list per pair, one verdict per question
   * @param level of the intervals, in (0, 1)
   */
  public static AuditReport of(
      ComparisonAudit audit,
      List<AuditPair> pairs,
      Map<String, List<List<Verdict>>> conditions,
      double level) {
    List<Effect> effects = new ArrayList<>();
    List<Effect.Unit> plain = List.of();
    for (Map.Entry<String, List<List<Verdict>>> condition : conditions.entrySet()) {
      boolean first = true;
      for (ComparisonAudit.Measure measure : audit.measures()) {
        List<Effect.Unit> units = units(measure, pairs, condition.getValue());
        Effect effect = Effect.mean(measure.name(), condition.getKey(), units, level);
        if (first || effect.n() > 0) {
          effects.add(effect);
        }
        if (first && plain.isEmpty()) {
          plain = units;
        } else if (first) {
          effects.add(
              Effect.change(
                  measure.name(), "change by " + condition.getKey(), plain, units, level));
        }
        first = false;
      }
    }
    return new AuditReport(audit.name(), effects, states(conditions));
  }

  private static List<Effect.Unit> units(
      ComparisonAudit.Measure measure, List<AuditPair> pairs, List<List<Verdict>> verdicts) {
    List<Effect.Unit> units = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      units.add(
          new Effect.Unit(
              pairs.get(i).cluster(), measure.unit().of(pairs.get(i), verdicts.get(i))));
    }
    return units;
  }

  private static Map<VerdictState, Long> states(Map<String, List<List<Verdict>>> conditions) {
    Map<VerdictState, Long> states = new EnumMap<>(VerdictState.class);
    conditions.values().stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .forEach(verdict -> states.merge(verdict.state(), 1L, Long::sum));
    return states;
  }
}
