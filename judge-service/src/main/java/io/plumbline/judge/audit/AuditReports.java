package io.plumbline.judge.audit;

import io.plumbline.api.v1alpha1.AuditEffect;
import io.plumbline.api.v1alpha1.AuditReport;
import io.plumbline.api.v1alpha1.Interval;
import io.plumbline.judge.mapping.Costs;
import io.plumbline.judgment.audit.Effect;
import java.time.Duration;

/** Writes reports. */
final class AuditReports {
  private AuditReports() {}

  static AuditReport.Builder of(io.plumbline.judgment.audit.AuditReport report, String judge) {
    AuditReport.Builder message = AuditReport.newBuilder().setAudit(report.audit()).setJudge(judge);
    report.effects().forEach(effect -> message.addEffects(effect(effect)));
    report.states().forEach((state, count) -> message.putStates(state.name(), count));
    return message;
  }

  static AuditReport.Builder costing(
      AuditReport.Builder message,
      long promptTokens,
      long completionTokens,
      double cost,
      Duration latency) {
    return message
        .setUsage(Costs.usage(promptTokens, completionTokens, cost))
        .setLatency(Costs.duration(latency));
  }

  private static AuditEffect effect(Effect effect) {
    AuditEffect.Builder message =
        AuditEffect.newBuilder()
            .setName(effect.name())
            .setCondition(effect.condition())
            .setN(effect.n())
            .setUndecided(effect.undecided());
    effect
        .interval()
        .ifPresent(
            interval -> {
              message.setEstimate(interval.estimate());
              if (Double.isFinite(interval.lower()) && Double.isFinite(interval.upper())) {
                message.setInterval(
                    Interval.newBuilder()
                        .setLow(interval.lower())
                        .setHigh(interval.upper())
                        .setLevel(interval.level()));
              }
            });
    return message.build();
  }
}
