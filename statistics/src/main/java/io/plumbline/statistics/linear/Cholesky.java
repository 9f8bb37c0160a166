package io.plumbline.statistics.linear;

/**
 * The factor L of a symmetric positive definite matrix A = L Lᵀ, to solve with.
 *
 * <p>Source: Golub and Van Loan, Matrix computations, algorithm 4.2.1.
 */
public final class Cholesky {
  private final double[][] factor;

  private Cholesky(double[][] factor) {
    this.factor = factor;
  }

  /**
   * @param matrix square and symmetric; only its lower triangle is read
   * @throws ArithmeticException if the matrix is not positive definite to working precision
   */
  public static Cholesky of(double[][] matrix) {
    int size = matrix.length;
    double[][] factor = new double[size][];
    for (int row = 0; row < size; row++) {
      factor[row] = new double[row + 1];
      for (int column = 0; column <= row; column++) {
        double sum = matrix[row][column];
        for (int k = 0; k < column; k++) {
          sum -= factor[row][k] * factor[column][k];
        }
        if (column < row) {
          factor[row][column] = sum / factor[column][column];
        } else if (sum > 1e-13 * Math.abs(matrix[row][row]) && sum > 0) {
          factor[row][row] = Math.sqrt(sum);
        } else {
          throw new ArithmeticException("the matrix is not positive definite at row " + row);
        }
      }
    }
    return new Cholesky(factor);
  }

  /** The x of A x = b. */
  public double[] solve(double[] right) {
    int size = factor.length;
    double[] solution = right.clone();
    for (int row = 0; row < size; row++) {
      for (int k = 0; k < row; k++) {
        solution[row] -= factor[row][k] * solution[k];
      }
      solution[row] /= factor[row][row];
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int k = row + 1; k < size; k++) {
        solution[row] -= factor[k][row] * solution[k];
      }
      solution[row] /= factor[row][row];
    }
    return solution;
  }

  /** The inverse of A. */
  public double[][] inverse() {
    int size = factor.length;
    double[][] inverse = new double[size][];
    for (int row = 0; row < size; row++) {
      double[] unit = new double[size];
      unit[row] = 1;
      inverse[row] = solve(unit);
    }
    return inverse;
  }

  /** The logarithm of the determinant of A. */
  public double logDeterminant() {
    double sum = 0;
    for (int row = 0; row < factor.length; row++) {
      sum += 2 * Math.log(factor[row][row]);
    }
    return sum;
  }
}
