package io.plumbline.rewardmodels.head;

import java.util.List;
import java.util.Map;

/** Rows of hashed or otherwise sparse features, or of their differences, by column number. */
public final class SparseRows implements FeatureRows {
  private final int columns;
  private final int[][] indices;
  private final double[][] values;

  /**
   * @param rows value by column
   * @throws IllegalArgumentException if there is no row, or a column is outside [0, columns)
   */
  public SparseRows(int columns, List<Map<Integer, Double>> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there is no row to train on");
    }
    this.columns = columns;
    this.indices = new int[rows.size()][];
    this.values = new double[rows.size()][];
    for (int row = 0; row < indices.length; row++) {
      indices[row] = rows.get(row).keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
      values[row] = new double[indices[row].length];
      for (int entry = 0; entry < indices[row].length; entry++) {
        int column = indices[row][entry];
        if (column < 0 || column >= columns) {
          throw new IllegalArgumentException(
              "column %d of row %d is outside [0, %d)".formatted(column, row, columns));
        }
        values[row][entry] = rows.get(row).get(column);
      }
    }
  }

  @Override
  public int rows() {
    return indices.length;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public double dot(int row, double[] weights) {
    double sum = 0;
    for (int entry = 0; entry < indices[row].length; entry++) {
      sum += values[row][entry] * weights[indices[row][entry]];
    }
    return sum;
  }

  @Override
  public void addTo(double[] target, double factor, int row) {
    for (int entry = 0; entry < indices[row].length; entry++) {
      target[indices[row][entry]] += factor * values[row][entry];
    }
  }
}
