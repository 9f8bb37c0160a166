package io.plumbline.judge.run;

import java.util.Optional;

/** What a run may still cost, as far as this worker knows. */
final class RunBudget {
  private final double limit;
  private double spent;
  private String end;

  /**
   * @param limit 0 for none
   * @param spent by the verdicts that are stored
   */
  RunBudget(double limit, double spent) {
    this.limit = limit;
    this.spent = spent;
  }

  synchronized void add(double cost) {
    spent += cost;
  }

  /** Ends it from outside: a model's own budget is spent. */
  synchronized void end(String reason) {
    end = reason;
  }

  synchronized boolean isSpent() {
    return end != null || limit > 0 && spent >= limit;
  }

  /** Why nothing more is judged; empty while something may be. */
  synchronized Optional<String> reason() {
    if (!isSpent()) {
      return Optional.empty();
    }
    return Optional.of(end != null ? end : "the run's budget is spent: " + spent + " of " + limit);
  }
}
