package io.plumbline.rewardmodels.evaluation;

/**
 * Confidence against correctness in bins of equal width over [0, 1].
 *
 * <p>Source: Guo et al. (2017), On calibration of modern neural networks, equation 3; as a measure
 * of reward models: METHODS 175. A bin is open below and closed above, as there.
 */
public final class ReliabilityDiagram {
  private final double[] confidences;
  private final double[] correct;
  private int count;

  public ReliabilityDiagram(int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins is " + bins + ", must be at least 1");
    }
    this.confidences = new double[bins];
    this.correct = new double[bins];
  }

  /**
   * @param confidence of the model in its choice, in [0, 1]
   * @param correctness of the choice: 1 right, 0 wrong, or a share
   */
  public void add(double confidence, double correctness) {
    int bin = (int) Math.ceil(confidence * confidences.length) - 1;
    bin = Math.max(0, Math.min(confidences.length - 1, bin));
    confidences[bin] += confidence;
    correct[bin] += correctness;
    count++;
  }

  /** Σ over bins of |bin| / n · |accuracy − mean confidence|; 0 where nothing was added. */
  public double expectedCalibrationError() {
    double sum = 0;
    for (int bin = 0; bin < confidences.length; bin++) {
      sum += Math.abs(correct[bin] - confidences[bin]);
    }
    return count == 0 ? 0 : sum / count;
  }
}
