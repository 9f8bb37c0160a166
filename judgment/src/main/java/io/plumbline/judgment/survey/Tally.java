package io.plumbline.judgment.survey;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.choice.ChoiceAnswer;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers units by quantity, and the states of answers, to a report. */
final class Tally {
  private final double level;
  private final Map<String, List<Effect.Unit>> units = new LinkedHashMap<>();
  private final List<Effect> effects = new ArrayList<>();
  private final Map<VerdictState, Long> states = new EnumMap<>(VerdictState.class);

  Tally(double level) {
    this.level = level;
  }

  /** Adds to the mean of a quantity; NaN counts as undecided. */
  void add(String quantity, String cluster, double value) {
    units.computeIfAbsent(quantity, name -> new ArrayList<>()).add(new Effect.Unit(cluster, value));
  }

  void count(List<ChoiceAnswer> answers) {
    answers.forEach(answer -> count(answer.state()));
  }

  void count(VerdictState state) {
    states.merge(state, 1L, Long::sum);
  }

  /** An effect that is no mean of units; stands after the means. */
  void add(Effect effect) {
    effects.add(effect);
  }

  AuditReport report(String audit) {
    List<Effect> all = new ArrayList<>();
    units.forEach(
        (name, values) -> all.add(Effect.mean(name, Effect.NO_MITIGATION, values, level)));
    all.addAll(effects);
    return new AuditReport(audit, all, states);
  }
}
