package io.plumbline.cli.judge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Prints rows as they come: one per line, or as the elements of one array. */
final class RowsOutput {
  /** How rows are printed. */
  enum Form {
    TEXT,
    JSON
  }

  private final PrintWriter out;
  private final Form form;
  private boolean begun;

  RowsOutput(PrintWriter out, Form form) {
    this.out = requireNonNull(out, "out is null");
    this.form = requireNonNull(form, "form is null");
  }

  void row(JsonNode row) {
    if (form == Form.JSON) {
      out.print(begun ? ",\n" : "[\n");
      out.print(row);
    } else {
      out.print(row);
      out.print('\n');
    }
    begun = true;
  }

  void end() {
    if (form == Form.JSON) {
      out.print(begun ? "\n]\n" : "[]\n");
    }
    out.flush();
  }
}
