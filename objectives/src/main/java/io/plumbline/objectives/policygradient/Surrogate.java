package io.plumbline.objectives.policygradient;

/** The loss of one token or sequence as a function of its log importance ratio and advantage. */
public interface Surrogate {
  /** Value and derivative by the log-ratio, the advantage held fixed. */
  Term at(double logRatio, double advantage);

  /**
   * One evaluation.
   *
   * @param loss value
   * @param slope derivative by the log-ratio
   * @param clippedLow whether the ratio lies below the clipping range with negative advantage
   * @param clippedHigh whether it lies above with positive advantage
   */
  record Term(double loss, double slope, boolean clippedLow, boolean clippedHigh) {}
}
