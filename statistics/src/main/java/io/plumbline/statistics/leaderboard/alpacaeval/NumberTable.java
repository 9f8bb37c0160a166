package io.plumbline.statistics.leaderboard.alpacaeval;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numeric columns of a CSV file, picked by their names in its header. */
record NumberTable(List<double[]> rows, int columns) {

  static NumberTable read(BufferedReader reader, String source, List<String> names)
      throws IOException {
    String header = reader.readLine();
    if (header == null) {
      throw new IOException(source + ": is empty");
    }
    List<String> fields = Arrays.asList(header.split(",", -1));
    int[] positions = new int[names.size()];
    for (int column = 0; column < positions.length; column++) {
      positions[column] = fields.indexOf(names.get(column));
      if (positions[column] < 0) {
        throw new IOException(source + ", line 1: has no column " + names.get(column));
      }
    }
    List<double[]> rows = new ArrayList<>();
    int number = 1;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      String[] values = line.split(",", -1);
      double[] row = new double[positions.length];
      for (int column = 0; column < row.length; column++) {
        try {
          row[column] = Double.parseDouble(values[positions[column]]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException bad) {
          throw new IOException(
              "%s, line %d: %s is not a number".formatted(source, number, names.get(column)), bad);
        }
      }
      rows.add(row);
    }
    return new NumberTable(rows, positions.length);
  }

  double[] column(int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }
}
