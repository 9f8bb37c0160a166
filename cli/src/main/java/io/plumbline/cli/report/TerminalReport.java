package io.plumbline.cli.report;

import java.util.List;

/** The report as a table of at most about a hundred columns. */
public final class TerminalReport {
  private static final String ROW = "  %-20s %-30s %-28s %s%n";

  private TerminalReport() {}

  /** Renders the report. */
  public static String render(DemoReport report) {
    StringBuilder out = new StringBuilder();
    out.append(String.format("%nPrinciple: %s%n%n", report.principle()));
    out.append(String.format(ROW, "judge", "win rate, 95 % interval", "judged by", "note"));
    rows(out, "", report.judges());
    rows(out, "control: ", report.control());
    rows(out, "null: ", report.nullJudges());
    out.append(String.format("%n"));
    for (Lines.Line line : Lines.of(report)) {
      out.append(String.format("  %-42s %s%n", line.label(), line.value()));
    }
    out.append(String.format("%n"));
    report.warnings().forEach(warning -> out.append(String.format("Note: %s%n", warning)));
    out.append(String.format("%s%n", report.conclusion()));
    return out.toString();
  }

  private static void rows(StringBuilder out, String prefix, List<JudgeResult> judges) {
    for (JudgeResult judge : judges) {
      out.append(
          String.format(
              ROW,
              prefix + judge.judge(),
              Format.winRate(judge.winRate()),
              judge.judgedBy(),
              order(judge) + judge.note()));
    }
  }

  private static String order(JudgeResult judge) {
    return judge.inconsistentShare() == null
        ? ""
        : Format.percent(judge.inconsistentShare()) + " inconsistent; ";
  }
}
