package io.plumbline.statistics.report;

/** A table in Markdown. */
public final class MarkdownTable {
  private MarkdownTable() {}

  public static String of(Table table) {
    StringBuilder text = new StringBuilder("## ").append(table.title()).append("\n\n|");
    for (Column column : table.columns()) {
      text.append(' ').append(escape(column.name())).append(" |");
    }
    text.append("\n|");
    for (Column column : table.columns()) {
      text.append(column.isNumber() ? " ---: |" : " --- |");
    }
    text.append('\n');
    for (int row = 0; row < table.rows().size(); row++) {
      text.append('|');
      for (int column = 0; column < table.columns().size(); column++) {
        text.append(' ').append(escape(table.cell(row, column))).append(" |");
      }
      text.append('\n');
    }
    if (!table.notes().isEmpty()) {
      text.append('\n');
    }
    for (String note : table.notes()) {
      text.append("- ").append(escape(note)).append('\n');
    }
    return text.toString();
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("_", "\\_").replace("*", "\\*");
  }
}
