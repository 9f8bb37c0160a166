package io.plumbline.statistics.report;

import java.util.List;

/**
 * A table of results.
 *
 * @param rows cells by row: text, whole numbers, or doubles; null or NaN where there is no value
 * @param notes what the reader must know, below the table
 */
public record Table(
    String title, List<Column> columns, List<List<Object>> rows, List<String> notes) {

  public Table {
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells for " + columns.size() + " columns");
      }
    }
  }

  String cell(int row, int column) {
    return columns.get(column).format(rows.get(row).get(column));
  }
}
