package io.plumbline.rewardmodels.head;

import java.util.List;

/**
 * −m log σ(r_c − r_r): a pair counts as much as its margin; soft labels as in {@link BradleyTerry}.
 *
 * <p>Source: METHODS 124, Wang et al., HelpSteer2-Preference, scaled Bradley-Terry.
 */
public record ScaledBradleyTerry() implements RewardLoss {

  @Override
  public LogisticTerms terms(List<EmbeddedPair> pairs) {
    DifferenceTerms terms = new DifferenceTerms(pairs);
    for (int i = 0; i < pairs.size(); i++) {
      terms.targets()[i] = pairs.get(i).probability();
      terms.weights()[i] = DifferenceTerms.requiredMargin(pairs, i);
    }
    return terms.build();
  }
}
