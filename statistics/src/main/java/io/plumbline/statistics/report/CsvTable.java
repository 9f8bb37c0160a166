package io.plumbline.statistics.report;

import java.util.List;

/** A table as CSV (RFC 4180): numbers in full precision, empty where there is no value. */
public final class CsvTable {
  private CsvTable() {}

  public static String of(Table table) {
    StringBuilder text = new StringBuilder();
    append(text, List.copyOf(table.columns().stream().map(Column::name).toList()));
    for (List<Object> row : table.rows()) {
      append(text, row);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<?> cells) {
    for (int column = 0; column < cells.size(); column++) {
      text.append(column == 0 ? "" : ",").append(quoted(cells.get(column)));
    }
    text.append("\r\n");
  }

  private static String quoted(Object cell) {
    if (cell == null || cell instanceof Double number && !Double.isFinite(number)) {
      return "";
    }
    String text = cell.toString();
    return text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
