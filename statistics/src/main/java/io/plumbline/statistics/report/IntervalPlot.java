package io.plumbline.statistics.report;

import java.util.List;
import java.util.Locale;

/** Intervals as horizontal bars in SVG, on one axis in percent. */
final class IntervalPlot {
  private static final int LEFT = 300;
  private static final int WIDTH = 560;
  private static final int LINE = 22;

  private IntervalPlot() {}

  static String of(List<IntervalBar> bars) {
    Axis axis = Axis.of(bars);
    int height = LINE * bars.size() + 34;
    StringBuilder svg =
        new StringBuilder(
            "<svg role=\"img\" aria-label=\"Estimates with their intervals\" viewBox=\"0 0 %d %d\">\n"
                .formatted(LEFT + WIDTH + 40, height));
    for (double tick = axis.lower(); tick <= axis.upper() + axis.step() / 2; tick += axis.step()) {
      double x = axis.at(tick);
      svg.append(
          format(
              "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"4\" y2=\"%d\"/><text class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>\n",
              x, x, height - 24, x, height - 8, axis.label(tick)));
    }
    for (int i = 0; i < bars.size(); i++) {
      IntervalBar bar = bars.get(i);
      int y = LINE * i + 16;
      svg.append(
          format(
              "<text class=\"label\" x=\"%d\" y=\"%d\">%s</text>",
              LEFT - 10, y + 4, HtmlText.escape(bar.label())));
      svg.append(
          format(
              "<line class=\"bar\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><circle cx=\"%.1f\" cy=\"%d\" r=\"4\"><title>%s: %.2f (%.2f to %.2f)</title></circle>\n",
              axis.at(bar.interval().lower()),
              axis.at(bar.interval().upper()),
              y,
              y,
              axis.at(bar.interval().estimate()),
              y,
              HtmlText.escape(bar.label()),
              bar.interval().estimate(),
              bar.interval().lower(),
              bar.interval().upper()));
    }
    return svg.append("</svg>\n").toString();
  }

  /** From where to where the plot reaches: 0 to 100 for percent, else round numbers. */
  private record Axis(double lower, double upper, double step) {

    static Axis of(List<IntervalBar> bars) {
      double lowest = 0;
      double highest = 100;
      boolean percent = true;
      for (IntervalBar bar : bars) {
        percent &= bar.interval().lower() >= 0 && bar.interval().upper() <= 100;
      }
      if (!percent) {
        lowest = bars.stream().mapToDouble(bar -> bar.interval().lower()).min().orElse(0);
        highest = bars.stream().mapToDouble(bar -> bar.interval().upper()).max().orElse(1);
      }
      double step = roundStep(Math.max(1e-9, highest - lowest) / 10);
      return new Axis(
          step * Math.floor(lowest / step + 1e-9), step * Math.ceil(highest / step - 1e-9), step);
    }

    private static double roundStep(double least) {
      double power = Math.pow(10, Math.floor(Math.log10(least) + 1e-9));
      double digit = least / power;
      return power * (digit <= 1.001 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    double at(double value) {
      double share = (value - lower) / Math.max(step, upper - lower);
      return LEFT + WIDTH * Math.max(0, Math.min(1, share));
    }

    String label(double tick) {
      return step >= 1 ? Long.toString(Math.round(tick)) : format("%.3g", tick);
    }
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
