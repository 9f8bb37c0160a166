package io.plumbline.cli.judge;

import io.plumbline.judgment.audit.Effect;
import io.plumbline.statistics.interval.Interval;

/**
 * An effect as a row.
 *
 * @param effect null where nothing counts
 * @param low null where nothing bounds it, as with one cluster; so is {@code high}
 */
record EffectRow(
    String probe,
    String judge,
    String quantity,
    String condition,
    int n,
    int undecided,
    Double effect,
    Double low,
    Double high,
    double level) {

  static EffectRow of(String audit, String judge, Effect effect, double level) {
    Interval interval = effect.interval().orElse(null);
    return new EffectRow(
        audit,
        judge,
        effect.name(),
        effect.condition(),
        effect.n(),
        effect.undecided(),
        interval == null ? null : interval.estimate(),
        interval == null ? null : finite(interval.lower()),
        interval == null ? null : finite(interval.upper()),
        level);
  }

  String line() {
    String value =
        effect == null
            ? "      -"
            : low == null
                ? "%+9.4f".formatted(effect)
                : "%+9.4f  [%+.4f, %+.4f]".formatted(effect, low, high);
    return "%-22s %-42s %-26s %5d %5d %s"
        .formatted(probe, quantity, condition, n, undecided, value);
  }

  static String heading() {
    return "%-22s %-42s %-26s %5s %5s %9s  %s"
        .formatted("probe", "quantity", "mitigation", "n", "none", "value", "[95 % interval]");
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
