package io.plumbline.judgment.survey;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One survey without mitigation and with some, as one report. */
public final class SurveyReport {
  private SurveyReport() {}

  /**
   * What a mitigation changes is the difference of the main effects. Its interval adds both widths
   * in squares, as for two samples; the same questions were asked in both, so it is wide rather
   * than narrow.
   *
   * @param reports by condition, {@link Effect#NO_MITIGATION} first
   */
  public static AuditReport of(Map<String, AuditReport> reports) {
    List<Effect> effects = new ArrayList<>();
    Map<VerdictState, Long> states = new EnumMap<>(VerdictState.class);
    Effect plain = null;
    String audit = "";
    for (Map.Entry<String, AuditReport> report : reports.entrySet()) {
      audit = report.getValue().audit();
      report.getValue().effects().forEach(effect -> effects.add(effect.under(report.getKey())));
      report.getValue().states().forEach((state, count) -> states.merge(state, count, Long::sum));
      Effect main =
          report.getValue().effects().stream().filter(Effect::isMain).findFirst().orElseThrow();
      if (plain == null) {
        plain = main;
      } else {
        effects.add(change(plain, main, report.getKey()));
      }
    }
    return new AuditReport(audit, effects, states);
  }

  private static Effect change(Effect plain, Effect mitigated, String mitigation) {
    // Estimates of different things have no difference.
    boolean comparable = plain.name().equals(mitigated.name());
    Optional<Interval> interval =
        !comparable || plain.interval().isEmpty() || mitigated.interval().isEmpty()
            ? Optional.empty()
            : Optional.of(difference(mitigated.interval().get(), plain.interval().get()));
    return new Effect(
        plain.name(),
        "change by " + mitigation,
        interval.isEmpty() ? 0 : Math.min(plain.n(), mitigated.n()),
        Math.max(plain.undecided(), mitigated.undecided()),
        interval);
  }

  private static Interval difference(Interval after, Interval before) {
    double estimate = after.estimate() - before.estimate();
    return new Interval(
        estimate,
        estimate - Math.hypot(after.estimate() - after.lower(), before.upper() - before.estimate()),
        estimate + Math.hypot(after.upper() - after.estimate(), before.estimate() - before.lower()),
        after.level());
  }
}
