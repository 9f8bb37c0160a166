package io.plumbline.objectives.sorting;

import static java.util.Objects.requireNonNull;

/**
 * Odd-even transposition sort of n values in n layers, each comparator relaxed: a = α a + (1 − α) b
 * and b = (1 − α) a + α b with α the degree of steepness · (b − a), so that the smaller value moves
 * to the lower place (arXiv:2105.04019).
 *
 * @param relaxation how α depends on the difference
 * @param steepness inverse temperature &gt; 0
 */
public record OddEvenNetwork(Relaxation relaxation, double steepness) {
  public OddEvenNetwork {
    requireNonNull(relaxation, "relaxation is null");
    if (!(steepness > 0 && Double.isFinite(steepness))) {
      throw new IllegalArgumentException(
          "steepness: %s is not a positive number".formatted(steepness));
    }
  }

  /** One pass over {@code values}, kept so that derivatives can be taken. */
  public Pass sort(double[] values) {
    return new Pass(values);
  }

  /** What the network did with one array. */
  public final class Pass {
    private final int size;
    private final double[][] values;
    private final double[][] degrees;

    private Pass(double[] input) {
      size = input.length;
      values = new double[size + 1][];
      degrees = new double[size][size];
      values[0] = input.clone();
      for (int layer = 0; layer < size; layer++) {
        for (int a = layer % 2; a + 1 < size; a += 2) {
          double gap = steepness * (values[layer][a + 1] - values[layer][a]);
          degrees[layer][a] = relaxation.degree(gap);
        }
        values[layer + 1] = mixed(layer, values[layer]);
      }
    }

    /** The values after the last layer, ascending to a degree. */
    public double[] sorted() {
      return values[size].clone();
    }

    /**
     * To what degree each input ends among the places that {@code places} weighs: the relaxed
     * permutation matrix, inputs by places, times {@code places}.
     */
    public double[] shares(double[] places) {
      return weights(places)[0];
    }

    /** The vectors that the permutation's layers make of {@code places}, last layer first. */
    private double[][] weights(double[] places) {
      double[][] weights = new double[size + 1][];
      weights[size] = places.clone();
      for (int layer = size - 1; layer >= 0; layer--) {
        weights[layer] = mixed(layer, weights[layer + 1]);
      }
      return weights;
    }

    /**
     * Derivative by each input of a function of {@code shares(places)}.
     *
     * @param slopes derivative of the function by each share
     */
    public double[] gradient(double[] places, double[] slopes) {
      double[][] weights = weights(places);
      double[][] byDegree = new double[size][size];
      double[] down = slopes;
      for (int layer = 0; layer < size; layer++) {
        double[] next = weights[layer + 1];
        for (int a = layer % 2; a + 1 < size; a += 2) {
          byDegree[layer][a] = (down[a] - down[a + 1]) * (next[a] - next[a + 1]);
        }
        down = mixed(layer, down);
      }
      double[] up = new double[size];
      for (int layer = size - 1; layer >= 0; layer--) {
        double[] through = mixed(layer, up);
        for (int a = layer % 2; a + 1 < size; a += 2) {
          double gap = values[layer][a + 1] - values[layer][a];
          double degree = byDegree[layer][a] - (up[a] - up[a + 1]) * gap;
          double slope = degree * steepness * relaxation.slope(steepness * gap);
          through[a] -= slope;
          through[a + 1] += slope;
        }
        up = through;
      }
      return up;
    }

    /** One layer's symmetric mixing matrix times {@code vector}. */
    private double[] mixed(int layer, double[] vector) {
      double[] mixed = vector.clone();
      for (int a = layer % 2; a + 1 < size; a += 2) {
        double degree = degrees[layer][a];
        mixed[a] = degree * vector[a] + (1 - degree) * vector[a + 1];
        mixed[a + 1] = (1 - degree) * vector[a] + degree * vector[a + 1];
      }
      return mixed;
    }
  }
}
