package io.plumbline.statistics.report;

/** A table as aligned text for a terminal. */
public final class TextTable {
  private TextTable() {}

  public static String of(Table table) {
    int columns = table.columns().size();
    int[] widths = new int[columns];
    for (int column = 0; column < columns; column++) {
      widths[column] = table.columns().get(column).name().length();
      for (int row = 0; row < table.rows().size(); row++) {
        widths[column] = Math.max(widths[column], table.cell(row, column).length());
      }
    }
    StringBuilder text = new StringBuilder(table.title()).append("\n\n");
    for (int column = 0; column < columns; column++) {
      append(text, table.columns().get(column), table.columns().get(column).name(), widths[column]);
    }
    endLine(text);
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < columns; column++) {
        append(text, table.columns().get(column), table.cell(row, column), widths[column]);
      }
      endLine(text);
    }
    if (!table.notes().isEmpty()) {
      text.append('\n');
    }
    for (String note : table.notes()) {
      text.append("- ").append(note).append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Column column, String cell, int width) {
    String padding = " ".repeat(width - cell.length());
    text.append(column.isNumber() ? padding + cell : cell + padding).append("  ");
  }

  private static void endLine(StringBuilder text) {
    while (text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    text.append('\n');
  }
}
