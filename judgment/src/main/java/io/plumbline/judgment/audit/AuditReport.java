package io.plumbline.judgment.audit;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.VerdictState;
import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param effects the main one first
 * @param states how many answers ended in each state; states that did not occur are absent
 */
public record AuditReport(String audit, List<Effect> effects, Map<VerdictState, Long> states) {
  public AuditReport {
    requireNonNull(audit, "audit is null");
    effects = List.copyOf(effects);
    states = Map.copyOf(states);
  }
}
