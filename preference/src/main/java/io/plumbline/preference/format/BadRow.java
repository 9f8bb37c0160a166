package io.plumbline.preference.format;

import static java.util.Objects.requireNonNull;

/**
 * A row that was kept aside.
 *
 * @param file the name given to the reader
 * @param line counted from 1
 * @param field the column at fault; empty where the line is no JSON object
 */
public record BadRow(String file, long line, String field, String problem) {
  public BadRow {
    requireNonNull(file, "file is null");
    requireNonNull(field, "field is null");
    requireNonNull(problem, "problem is null");
  }

  /** {@code file:line: field: problem}, on one line. */
  public String message() {
    String where = file + ":" + line + ": ";
    return field.isEmpty() ? where + problem : where + field + ": " + problem;
  }
}
