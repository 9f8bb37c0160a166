package io.plumbline.rewardmodels.head;

import java.util.List;

/** Rows of embeddings or of their differences, in single precision as encoders give them. */
public final class DenseRows implements FeatureRows {
  private final List<float[]> rows;
  private final int columns;

  /**
   * @param rows not empty, of one length
   * @throws IllegalArgumentException if a row has another length or a value that is not finite
   */
  public DenseRows(List<float[]> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there is no row to train on");
    }
    this.rows = List.copyOf(rows);
    this.columns = rows.get(0).length;
    for (int row = 0; row < this.rows.size(); row++) {
      requireSound(row);
    }
  }

  private void requireSound(int row) {
    float[] values = rows.get(row);
    if (values.length != columns) {
      throw new IllegalArgumentException(
          "row %d has %d values, not %d".formatted(row, values.length, columns));
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("row " + row + " has the value " + value);
      }
    }
  }

  @Override
  public int rows() {
    return rows.size();
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public double dot(int row, double[] weights) {
    float[] values = rows.get(row);
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      sum += values[column] * weights[column];
    }
    return sum;
  }

  @Override
  public void addTo(double[] target, double factor, int row) {
    float[] values = rows.get(row);
    for (int column = 0; column < columns; column++) {
      target[column] += factor * values[column];
    }
  }
}
