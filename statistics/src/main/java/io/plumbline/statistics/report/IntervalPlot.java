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
    int height = LINE * bars.size() + 34;
    StringBuilder svg =
        new StringBuilder(
            "<svg role=\"img\" aria-label=\"Estimates with their intervals, in percent\" viewBox=\"0 0 %d %d\">\n"
                .formatted(LEFT + WIDTH + 40, height));
    for (int tick = 0; tick <= 100; tick += 10) {
      svg.append(
          format(
              "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"4\" y2=\"%d\"/><text class=\"tick\" x=\"%.1f\" y=\"%d\">%d</text>\n",
              x(tick), x(tick), height - 24, x(tick), height - 8, tick));
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
              x(bar.interval().lower()),
              x(bar.interval().upper()),
              y,
              y,
              x(bar.interval().estimate()),
              y,
              HtmlText.escape(bar.label()),
              bar.interval().estimate(),
              bar.interval().lower(),
              bar.interval().upper()));
    }
    return svg.append("</svg>\n").toString();
  }

  private static double x(double percent) {
    return LEFT + WIDTH * Math.max(0, Math.min(100, percent)) / 100;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
