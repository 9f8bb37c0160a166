package io.plumbline.statistics.report;

import java.util.List;
import java.util.Locale;

/** A leaderboard as one HTML page that needs nothing else: table, interval plot, win matrix. */
public final class LeaderboardPage {
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
      table{border-collapse:collapse;margin:1rem 0;display:block;overflow-x:auto}
      th,td{padding:.25rem .6rem;border-bottom:1px solid #d8dee4;text-align:left;white-space:nowrap}
      th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}
      svg{width:100%;height:auto}.grid{stroke:#e3e7eb}.bar{stroke:#2f6fb0;stroke-width:3}
      circle{fill:#123f6d}.label{text-anchor:end;font-size:12px}.tick{text-anchor:middle;font-size:11px;fill:#57606a}
      td.implied{font-style:italic;opacity:.75}
      """;

  private LeaderboardPage() {}

  /**
   * @param matrix null where there is none
   */
  public static String of(Table table, List<IntervalBar> bars, WinMatrix matrix) {
    StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    html.append("<meta charset=\"utf-8\">\n<title>")
        .append(HtmlText.escape(table.title()))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(HtmlText.escape(table.title()))
        .append("</h1>\n");
    appendTable(html, table);
    if (!bars.isEmpty()) {
      html.append("<h2>Intervals</h2>\n").append(IntervalPlot.of(bars));
    }
    if (matrix != null) {
      appendMatrix(html, matrix);
    }
    if (!table.notes().isEmpty()) {
      html.append("<h2>Notes</h2>\n<ul>\n");
      for (String note : table.notes()) {
        html.append("<li>").append(HtmlText.escape(note)).append("</li>\n");
      }
      html.append("</ul>\n");
    }
    return html.append("</body>\n</html>\n").toString();
  }

  private static void appendTable(StringBuilder html, Table table) {
    html.append("<table>\n<tr>");
    for (Column column : table.columns()) {
      html.append(column.isNumber() ? "<th class=\"n\">" : "<th>")
          .append(HtmlText.escape(column.name()))
          .append("</th>");
    }
    html.append("</tr>\n");
    for (int row = 0; row < table.rows().size(); row++) {
      html.append("<tr>");
      for (int column = 0; column < table.columns().size(); column++) {
        html.append(table.columns().get(column).isNumber() ? "<td class=\"n\">" : "<td>")
            .append(HtmlText.escape(table.cell(row, column)))
            .append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</table>\n");
  }

  private static void appendMatrix(StringBuilder html, WinMatrix matrix) {
    html.append(
        "<h2>Who beats whom</h2>\n<p>Percent of comparisons that the row's model wins, a tie counting half. Upright: compared directly. <em>Italic</em>: implied by comparisons with others.</p>\n<table>\n<tr><th></th>");
    for (String label : matrix.labels()) {
      html.append("<th>").append(HtmlText.escape(label)).append("</th>");
    }
    html.append("</tr>\n");
    for (int row = 0; row < matrix.rates().length; row++) {
      html.append("<tr><th>").append(HtmlText.escape(matrix.labels().get(row))).append("</th>");
      for (int column = 0; column < matrix.rates().length; column++) {
        html.append(cell(matrix, row, column));
      }
      html.append("</tr>\n");
    }
    html.append("</table>\n");
  }

  private static String cell(WinMatrix matrix, int row, int column) {
    double rate = matrix.rates()[row][column];
    if (row == column || Double.isNaN(rate)) {
      return "<td class=\"n\">–</td>";
    }
    // Blue above one half, orange below, paler towards it.
    return String.format(
        Locale.ROOT,
        "<td class=\"n%s\" style=\"background:rgba(%s,%.2f)\">%.1f</td>",
        matrix.observed()[row][column] ? "" : " implied",
        rate >= 0.5 ? "47,111,176" : "214,120,40",
        Math.abs(rate - 0.5),
        100 * rate);
  }
}
