package io.plumbline.rewardmodels.head;

import java.util.List;

/** Difference rows of embeddings, in single precision as encoders give them. */
public final class DenseDifferences implements DifferenceRows {
  private final float[][] rows;
  private final int columns;

  private DenseDifferences(float[][] rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * @param pairs not empty, all embeddings of one length
   * @throws IllegalArgumentException if a pair's embeddings differ in length or are not finite
   */
  public static DenseDifferences of(List<EmbeddedPair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("there is no pair to train on");
    }
    int columns = pairs.get(0).chosen().length;
    float[][] rows = new float[pairs.size()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = difference(pairs.get(row), columns, row);
    }
    return new DenseDifferences(rows, columns);
  }

  private static float[] difference(EmbeddedPair pair, int columns, int row) {
    if (pair.chosen().length != columns || pair.rejected().length != columns) {
      throw new IllegalArgumentException(
          "the embeddings of pair %d have %d and %d values, not %d"
              .formatted(row, pair.chosen().length, pair.rejected().length, columns));
    }
    float[] difference = new float[columns];
    for (int column = 0; column < columns; column++) {
      difference[column] = pair.chosen()[column] - pair.rejected()[column];
      if (!Float.isFinite(difference[column])) {
        throw new IllegalArgumentException("the embeddings of pair " + row + " are not finite");
      }
    }
    return difference;
  }

  @Override
  public int rows() {
    return rows.length;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public double dot(int row, double[] weights) {
    float[] values = rows[row];
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      sum += values[column] * weights[column];
    }
    return sum;
  }

  @Override
  public void addTo(double[] target, double factor, int row) {
    float[] values = rows[row];
    for (int column = 0; column < columns; column++) {
      target[column] += factor * values[column];
    }
  }
}
