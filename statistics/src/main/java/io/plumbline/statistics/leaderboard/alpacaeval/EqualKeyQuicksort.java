package io.plumbline.statistics.leaderboard.alpacaeval;

/**
 * The order in which numpy's scalar (median of three, unstable) index quicksort leaves equal keys.
 *
 * <p>scikit-learn's GroupKFold sorts its groups by size before it deals them to folds; AlpacaEval's
 * groups are all of size two, so that this order alone decides its published folds.
 */
final class EqualKeyQuicksort {
  private static final int SMALL = 16;

  private EqualKeyQuicksort() {}

  static int[] order(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    sort(order, 0, size - 1);
    return order;
  }

  /** Folds of {@code size} equal groups, dealt in turn from the end of the sorted order. */
  static int[] folds(int size, int folds) {
    int[] order = order(size);
    int[] fold = new int[size];
    for (int rank = 0; rank < size; rank++) {
      fold[order[size - 1 - rank]] = rank % folds;
    }
    return fold;
  }

  private static void sort(int[] order, int left, int right) {
    if (right - left <= SMALL) {
      // Insertion sort moves nothing among equal keys.
      return;
    }
    swap(order, left + (right - left) / 2, right - 1);
    int low = left + 1;
    int high = right - 2;
    // Both scans stop at once on equal keys, so that every pair around the middle is exchanged.
    while (low < high) {
      swap(order, low++, high--);
    }
    swap(order, low, right - 1);
    sort(order, left, low - 1);
    sort(order, low + 1, right);
  }

  private static void swap(int[] values, int i, int j) {
    int swapped = values[i];
    values[i] = values[j];
    values[j] = swapped;
  }
}
