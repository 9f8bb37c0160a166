package io.plumbline.rewardmodels.head;

import java.util.List;

/**
 * −log σ(r_c − r_r − m): the preferred completion is to win by the pair's margin at least; soft
 * labels as in {@link BradleyTerry}.
 *
 * <p>Source: Touvron et al. (2023), Llama 2, equation 2; METHODS 46, equation 10 (adaptive margin);
 * METHODS 124 (margin Bradley-Terry).
 */
public record MarginBradleyTerry() implements RewardLoss {

  @Override
  public LogisticTerms terms(List<EmbeddedPair> pairs) {
    DifferenceTerms terms = new DifferenceTerms(pairs);
    for (int i = 0; i < pairs.size(); i++) {
      terms.targets()[i] = pairs.get(i).probability();
      terms.offsets()[i] = DifferenceTerms.requiredMargin(pairs, i);
      terms.weights()[i] = 1;
    }
    return terms.build();
  }
}
