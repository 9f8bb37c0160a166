package io.plumbline.rewardmodels.head;

import java.util.List;

/**
 * −p log σ(r_c − r_r) − (1 − p) log σ(r_r − r_c), where p is the pair's probability, drawn towards
 * one half by the label smoothing: p (1 − ε) + (1 − p) ε.
 *
 * <p>Source: Bradley and Terry (1952); label smoothing and soft labels: METHODS 46, Wang et al.,
 * Secrets of RLHF part II, equation 8.
 *
 * @param labelSmoothing ε, in [0, 0.5)
 */
public record BradleyTerry(double labelSmoothing) implements RewardLoss {
  public BradleyTerry {
    if (!(labelSmoothing >= 0 && labelSmoothing < 0.5)) {
      throw new IllegalArgumentException(
          "label smoothing is " + labelSmoothing + ", not in [0, 0.5)");
    }
  }

  /** Without smoothing. */
  public BradleyTerry() {
    this(0);
  }

  @Override
  public LogisticTerms terms(List<EmbeddedPair> pairs) {
    DifferenceTerms terms = new DifferenceTerms(pairs);
    for (int i = 0; i < pairs.size(); i++) {
      double probability = pairs.get(i).probability();
      terms.targets()[i] = probability + labelSmoothing * (1 - 2 * probability);
      terms.weights()[i] = 1;
    }
    return terms.build();
  }
}
