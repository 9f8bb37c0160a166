package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.AuditEffect;
import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.statistics.interval.Interval;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reports of audits as the pure modules know them, from the contract's. */
final class ContractReports {
  private ContractReports() {}

  static AuditReport read(io.plumbline.api.v1alpha1.AuditReport message) {
    Map<VerdictState, Long> states = new EnumMap<>(VerdictState.class);
    message.getStatesMap().forEach((name, n) -> states.put(VerdictState.valueOf(name), n));
    return new AuditReport(
        message.getAudit(),
        message.getEffectsList().stream().map(ContractReports::effect).toList(),
        states);
  }

  private static Effect effect(AuditEffect message) {
    return new Effect(
        message.getName(),
        message.getCondition(),
        (int) message.getN(),
        (int) message.getUndecided(),
        interval(message));
  }

  private static Optional<Interval> interval(AuditEffect message) {
    if (!message.hasEstimate()) {
      return Optional.empty();
    }
    boolean bounded = message.hasInterval();
    return Optional.of(
        new Interval(
            message.getEstimate(),
            bounded ? message.getInterval().getLow() : Double.NEGATIVE_INFINITY,
            bounded ? message.getInterval().getHigh() : Double.POSITIVE_INFINITY,
            bounded ? message.getInterval().getLevel() : 0.95));
  }
}
