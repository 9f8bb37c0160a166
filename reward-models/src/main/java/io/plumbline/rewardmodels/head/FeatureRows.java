package io.plumbline.rewardmodels.head;

/**
 * Rows of features to fit a linear head on: of a completion, or of the first minus the second
 * completion of a pair.
 */
public sealed interface FeatureRows permits DenseRows, SparseRows {
  int rows();

  int columns();

  /** Inner product of a row with {@code columns()} weights. */
  double dot(int row, double[] weights);

  /** Adds {@code factor} times a row to {@code target}. */
  void addTo(double[] target, double factor, int row);
}
