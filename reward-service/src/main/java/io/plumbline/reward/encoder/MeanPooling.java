package io.plumbline.reward.encoder;

/**
 * The mean of token states, scaled to unit length.
 *
 * <p>Source: Reimers and Gurevych (2019), Sentence-BERT, section 3.
 */
final class MeanPooling {
  private MeanPooling() {}

  /**
   * @param states [tokens, dimensions], every token counting
   * @throws IllegalStateException if the mean has no direction
   */
  static float[] unitMean(float[][] states) {
    double[] sum = new double[states[0].length];
    for (float[] state : states) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += state[i];
      }
    }
    double square = 0;
    for (double value : sum) {
      square += value * value;
    }
    double length = Math.sqrt(square);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalStateException("the encoder's states have the mean length " + length);
    }
    float[] unit = new float[sum.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (sum[i] / length);
    }
    return unit;
  }
}
