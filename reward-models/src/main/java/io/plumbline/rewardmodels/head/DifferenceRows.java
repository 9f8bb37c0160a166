package io.plumbline.rewardmodels.head;

/**
 * The rows of a Bradley-Terry fit: features of the first minus features of the second completion of
 * every pair.
 */
public sealed interface DifferenceRows permits DenseDifferences, SparseDifferences {
  int rows();

  int columns();

  /** Inner product of a row with {@code columns()} weights. */
  double dot(int row, double[] weights);

  /** Adds {@code factor} times a row to {@code target}. */
  void addTo(double[] target, double factor, int row);
}
