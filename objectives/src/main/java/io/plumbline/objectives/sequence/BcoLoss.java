package io.plumbline.objectives.sequence;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log σ(βu − δ) for desirable and −log σ(δ − βu) for undesirable completions: BCO
 * (arXiv:2404.04656).
 *
 * @param beta β &gt; 0
 */
public record BcoLoss(double beta) implements LabelledLoss {
  @Override
  public SequenceTerm at(double ratio, boolean desirable, double baseline) {
    double sign = desirable ? 1 : -1;
    double logit = sign * (beta * ratio - baseline);
    return new SequenceTerm(-Sigmoid.log(logit), -sign * beta * Sigmoid.of(-logit));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
