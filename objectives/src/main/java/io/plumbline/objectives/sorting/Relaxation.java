package io.plumbline.objectives.sorting;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * To what degree a comparator leaves two values in their places, as a function of how far the
 * second exceeds the first: a distribution function (arXiv:2105.04019 and arXiv:2203.09630;
 * Felix-Petersen/ diffsort {@code functional.py}).
 */
public enum Relaxation {
  /** ½ + atan(x)/π. */
  CAUCHY {
    @Override
    double degree(double x) {
      return 0.5 + Math.atan(x) / Math.PI;
    }

    @Override
    double slope(double x) {
      return 1 / (Math.PI * (1 + x * x));
    }
  },
  /** σ(x). */
  LOGISTIC {
    @Override
    double degree(double x) {
      return Sigmoid.of(x);
    }

    @Override
    double slope(double x) {
      return Sigmoid.of(x) * Sigmoid.of(-x);
    }
  };

  abstract double degree(double x);

  abstract double slope(double x);
}
