package io.plumbline.cli.report;

import java.util.List;
import java.util.Locale;

/** Win rates with their intervals as a drawing: one row a judge, a line at one half. */
final class IntervalChart {
  /** One row of the drawing. */
  record Row(String label, Estimate winRate, String kind) {}

  private static final int LEFT = 190;
  private static final int WIDTH = 460;
  private static final int ROW = 26;

  private IntervalChart() {}

  static String svg(List<Row> rows) {
    int height = rows.size() * ROW + 34;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Win rates with intervals\">",
            LEFT + WIDTH + 20,
            height));
    for (int percent = 0; percent <= 100; percent += 25) {
      double x = x(percent / 100.0);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"6\" y2=\"%d\" class=\"%s\"/>"
                  + "<text x=\"%.1f\" y=\"%d\" class=\"tick\">%d %%</text>",
              x,
              x,
              height - 24,
              percent == 50 ? "chance" : "grid",
              x,
              height - 8,
              percent));
    }
    for (int index = 0; index < rows.size(); index++) {
      row(svg, rows.get(index), 20 + index * ROW);
    }
    return svg.append("</svg>").toString();
  }

  private static void row(StringBuilder svg, Row row, int y) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" class=\"label\">%s</text>",
            LEFT - 10,
            y + 4,
            Html.escape(row.label())));
    Estimate rate = row.winRate();
    if (rate == null) {
      return;
    }
    double low = rate.low() == null ? 0 : Math.max(0, rate.low());
    double high = rate.high() == null ? 1 : Math.min(1, rate.high());
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" class=\"interval %s\"/>"
                + "<circle cx=\"%.1f\" cy=\"%d\" r=\"4.5\" class=\"point %s\"><title>%s</title>"
                + "</circle>",
            x(low),
            x(high),
            y,
            y,
            row.kind(),
            x(rate.value()),
            y,
            row.kind(),
            Html.escape(Format.winRate(rate))));
  }

  private static double x(double share) {
    return LEFT + share * WIDTH;
  }
}
