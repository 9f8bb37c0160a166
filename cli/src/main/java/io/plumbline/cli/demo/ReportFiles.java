package io.plumbline.cli.demo;

import io.plumbline.cli.report.DemoReport;
import io.plumbline.cli.report.HtmlReport;
import io.plumbline.cli.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a demo's report lies.
 *
 * @param json for programs
 * @param html for people, without any other file
 */
record ReportFiles(Path json, Path html) {
  static ReportFiles write(Path directory, DemoReport report) throws IOException {
    Path json = directory.resolve("report.json");
    Path html = directory.resolve("report.html");
    Files.writeString(json, ReportJson.render(report) + "\n");
    Files.writeString(html, HtmlReport.render(report));
    return new ReportFiles(json, html);
  }
}
