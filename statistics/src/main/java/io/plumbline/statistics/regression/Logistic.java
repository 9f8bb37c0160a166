package io.plumbline.statistics.regression;

/** The logistic function and its logarithms, without overflow. */
public final class Logistic {
  private Logistic() {}

  /** 1 / (1 + exp(−x)). */
  public static double probability(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double exponential = Math.exp(x);
    return exponential / (1 + exponential);
  }

  /** log(1 + exp(x)). */
  public static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }

  /** log(p / (1 − p)). */
  public static double logit(double probability) {
    return Math.log(probability) - Math.log1p(-probability);
  }
}
