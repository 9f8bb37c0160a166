package io.plumbline.cli.judge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.cli.output.OutputFormat;
import java.io.PrintWriter;

/** Prints rows as they come: one per line, or as the elements of one array. */
final class RowsOutput {
  private final PrintWriter out;
  private final OutputFormat form;
  private boolean begun;

  RowsOutput(PrintWriter out, OutputFormat form) {
    this.out = requireNonNull(out, "out is null");
    this.form = requireNonNull(form, "form is null");
  }

  void row(JsonNode row) {
    if (form == OutputFormat.JSON) {
      out.print(begun ? ",\n" : "[\n");
      out.print(row);
    } else {
      out.print(row);
      out.print('\n');
    }
    begun = true;
  }

  /** What was printed is there whatever comes. */
  void flush() {
    out.flush();
  }

  void end() {
    if (form == OutputFormat.JSON) {
      out.print(begun ? "\n]\n" : "[]\n");
    }
    out.flush();
  }
}
