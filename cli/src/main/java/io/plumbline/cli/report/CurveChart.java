package io.plumbline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Metrics over the training steps as a drawing with its own scale. */
final class CurveChart {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 150;
  private static final int LEFT = 52;
  private static final int BOTTOM = 24;

  private CurveChart() {}

  /** Draws the named metrics; steps that lack one are passed over. */
  static String svg(List<TrainingSummary.Step> steps, List<String> metrics) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (TrainingSummary.Step step : steps) {
      for (String metric : metrics) {
        Double value = step.metrics().get(metric);
        if (value != null && Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (low > high) {
      return "";
    }
    double pad = high > low ? 0.05 * (high - low) : 0.5;
    Scale scale =
        new Scale(steps.get(0).step(), steps.get(steps.size() - 1).step(), low - pad, high + pad);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<figure><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
            LEFT + WIDTH + 8,
            HEIGHT + BOTTOM,
            Html.escape(String.join(", ", metrics))));
    axis(svg, scale);
    for (int index = 0; index < metrics.size(); index++) {
      line(svg, steps, metrics.get(index), scale, index);
    }
    return svg.append("</svg><figcaption>")
        .append(legend(metrics))
        .append("</figcaption></figure>")
        .toString();
  }

  private static void axis(StringBuilder svg, Scale scale) {
    for (double share : new double[] {0, 0.5, 1}) {
      double value = scale.low() + share * (scale.high() - scale.low());
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" class=\"grid\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" class=\"label\">%.3g</text>",
              LEFT,
              LEFT + WIDTH,
              scale.y(value),
              scale.y(value),
              LEFT - 6,
              scale.y(value) + 4,
              value));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" class=\"tick\">step %d</text>"
                + "<text x=\"%d\" y=\"%d\" class=\"label\">%d</text>",
            LEFT + 20,
            HEIGHT + BOTTOM - 8,
            scale.first(),
            LEFT + WIDTH,
            HEIGHT + BOTTOM - 8,
            scale.last()));
  }

  private static void line(
      StringBuilder svg, List<TrainingSummary.Step> steps, String metric, Scale scale, int index) {
    List<String> points = new ArrayList<>();
    for (TrainingSummary.Step step : steps) {
      Double value = step.metrics().get(metric);
      if (value != null && Double.isFinite(value)) {
        points.add(String.format(Locale.ROOT, "%.1f,%.1f", scale.x(step.step()), scale.y(value)));
      }
    }
    svg.append("<polyline class=\"curve c")
        .append(index)
        .append("\" points=\"")
        .append(String.join(" ", points))
        .append("\"/>");
  }

  private static String legend(List<String> metrics) {
    StringBuilder legend = new StringBuilder();
    for (int index = 0; index < metrics.size(); index++) {
      legend
          .append("<span class=\"key k")
          .append(index)
          .append("\">")
          .append(Html.escape(metrics.get(index)))
          .append("</span> ");
    }
    return legend.toString();
  }

  /** Steps and values to coordinates. */
  private record Scale(long first, long last, double low, double high) {
    double x(long step) {
      return LEFT + (last == first ? 0.5 : (double) (step - first) / (last - first)) * WIDTH;
    }

    double y(double value) {
      return 8 + (high - value) / (high - low) * (HEIGHT - 16);
    }
  }
}
