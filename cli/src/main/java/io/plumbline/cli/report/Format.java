package io.plumbline.cli.report;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
final class Format {
  private Format() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static String signed(double value) {
    return String.format(Locale.ROOT, "%+.2f", value);
  }

  /** For example {@code 76.0 % [68.1 %, 83.9 %]}. */
  static String winRate(Estimate estimate) {
    if (estimate == null) {
      return "no verdict counts";
    }
    String interval =
        estimate.low() == null || estimate.high() == null
            ? "[unbounded]"
            : "[" + percent(estimate.low()) + ", " + percent(estimate.high()) + "]";
    return percent(estimate.value()) + " " + interval;
  }
}
