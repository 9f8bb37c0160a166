package io.plumbline.cli.report;

import java.util.ArrayList;
import java.util.List;

/** The report as one page that needs nothing else: no script, no font, no picture from outside. */
public final class HtmlReport {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Plumbline demo</title>
      <style>
      :root { color-scheme: light dark; --ink: #1c2126; --soft: #5c6670; --line: #d9dee3;
        --paper: #fff; --card: #f5f7f9; --a: #1f6feb; --b: #c2410c; --c: #15803d; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #9aa4ae;
        --line: #343b43; --paper: #14181c; --card: #1c2228; --a: #6ea8ff; --b: #fb923c;
        --c: #4ade80; } }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
      .conclusion { font-size: 1.1rem; padding: .8rem 1rem; background: var(--card);
        border-left: 4px solid var(--a); }
      .note { color: var(--b); }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      th, td { text-align: left; padding: .35rem .7rem .35rem 0; vertical-align: top;
        border-bottom: 1px solid var(--line); }
      th { color: var(--soft); font-weight: 600; }
      svg { width: 100%; height: auto; font: 12px system-ui, sans-serif; }
      svg text { fill: var(--soft); } .label { text-anchor: end; } .tick { text-anchor: middle; }
      .grid { stroke: var(--line); } .chance { stroke: var(--soft); stroke-dasharray: 4 3; }
      .interval { stroke-width: 3; stroke-linecap: round; }
      .judge { stroke: var(--a); fill: var(--a); } .control { stroke: var(--c); fill: var(--c); }
      .null { stroke: var(--soft); fill: var(--soft); }
      .curves { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr));
        gap: 1rem; }
      figure { margin: 0; } figcaption { color: var(--soft); font-size: .85rem; }
      .curve { fill: none; stroke-width: 2; } .c0 { stroke: var(--a); } .c1 { stroke: var(--b); }
      .key::before { content: "\\25CF "; } .k0::before { color: var(--a); }
      .k1::before { color: var(--b); }
      </style>
      </head>
      <body>
      """;

  private HtmlReport() {}

  /** Renders the report. */
  public static String render(DemoReport report) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<h1>Plumbline demo: ").append(Html.escape(report.principle())).append("</h1>");
    page.append("<p class=\"conclusion\">").append(Html.escape(report.conclusion())).append("</p>");
    for (String warning : report.warnings()) {
      page.append("<p class=\"note\">").append(Html.escape(warning)).append("</p>");
    }
    page.append("<h2>Tuned against base on openings that training never saw</h2>");
    page.append("<div class=\"scroll\">").append(IntervalChart.svg(rows(report))).append("</div>");
    judges(page, report);
    page.append("<h2>What else changed, and what it cost</h2><div class=\"scroll\"><table>");
    for (Lines.Line line : Lines.of(report)) {
      page.append("<tr><th>")
          .append(Html.escape(line.label()))
          .append("</th><td>")
          .append(Html.escape(line.value()))
          .append("</td></tr>");
    }
    page.append("</table></div><h2>Training</h2><div class=\"curves\">");
    List<TrainingSummary.Step> curve = report.training().curve();
    page.append(CurveChart.svg(curve, List.of("loss")));
    page.append(CurveChart.svg(curve, List.of("rewards/chosen", "rewards/rejected")));
    page.append(CurveChart.svg(curve, List.of("logps/chosen", "logps/rejected")));
    page.append("</div>");
    samples(page, report.samples());
    return page.append("</body>\n</html>\n").toString();
  }

  private static List<IntervalChart.Row> rows(DemoReport report) {
    List<IntervalChart.Row> rows = new ArrayList<>();
    report.judges().forEach(j -> rows.add(new IntervalChart.Row(j.judge(), j.winRate(), "judge")));
    report
        .control()
        .forEach(
            j -> rows.add(new IntervalChart.Row("control: " + j.judge(), j.winRate(), "control")));
    report
        .nullJudges()
        .forEach(j -> rows.add(new IntervalChart.Row("null: " + j.judge(), j.winRate(), "null")));
    return rows;
  }

  private static void judges(StringBuilder page, DemoReport report) {
    page.append(
        "<div class=\"scroll\"><table><tr><th>judge</th><th>win rate</th><th>judged by</th>"
            + "<th>verdicts that count</th><th>order</th><th>note</th></tr>");
    report.judges().forEach(judge -> judge(page, "", judge));
    report.control().forEach(judge -> judge(page, "control: ", judge));
    report.nullJudges().forEach(judge -> judge(page, "null: ", judge));
    page.append("</table></div>");
  }

  private static void judge(StringBuilder page, String prefix, JudgeResult judge) {
    page.append("<tr>");
    for (String cell :
        List.of(
            prefix + judge.judge(),
            Format.winRate(judge.winRate()),
            judge.judgedBy(),
            String.valueOf(judge.comparisons()),
            order(judge),
            judge.note())) {
      page.append("<td>").append(Html.escape(cell)).append("</td>");
    }
    page.append("</tr>");
  }

  private static String order(JudgeResult judge) {
    if (judge.symmetricByConstruction() == null) {
      return "";
    }
    if (judge.symmetricByConstruction()) {
      return "cannot see the order";
    }
    return judge.inconsistentShare() == null
        ? "no pair with two readable orders"
        : Format.percent(judge.inconsistentShare()) + " inconsistent";
  }

  private static void samples(StringBuilder page, List<SideBySide> samples) {
    page.append(
        "<h2>Side by side</h2><p>The first story of the first openings, not picked.</p>"
            + "<div class=\"scroll\"><table><tr><th>opening</th><th>base</th><th>tuned</th></tr>");
    for (SideBySide sample : samples) {
      page.append("<tr><td>")
          .append(Html.escape(sample.opening()))
          .append("</td><td>")
          .append(Html.escape(sample.base()))
          .append("</td><td>")
          .append(Html.escape(sample.tuned()))
          .append("</td></tr>");
    }
    page.append("</table></div>");
  }
}
