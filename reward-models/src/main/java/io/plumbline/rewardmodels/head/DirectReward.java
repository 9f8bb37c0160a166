package io.plumbline.rewardmodels.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * −log σ(r_c − r_r) − log σ(r_c) − log σ(−r_r): Bradley-Terry, and the reward itself pushed up
 * where chosen and down where rejected, so that its sign has a meaning.
 *
 * <p>Source: METHODS 146, Yuan et al., Eurus, L_BT + L_DR. Soft labels weigh the two outcomes of
 * all three parts, which is ours.
 */
public record DirectReward() implements RewardLoss {

  @Override
  public LogisticTerms terms(List<EmbeddedPair> pairs) {
    List<float[]> rows = new ArrayList<>();
    double[] targets = new double[3 * pairs.size()];
    for (int i = 0; i < pairs.size(); i++) {
      EmbeddedPair pair = pairs.get(i);
      rows.add(pair.difference());
      rows.add(pair.chosen());
      rows.add(pair.rejected());
      targets[3 * i] = pair.probability();
      targets[3 * i + 1] = pair.probability();
      targets[3 * i + 2] = 1 - pair.probability();
    }
    double[] weights = new double[targets.length];
    Arrays.fill(weights, 1);
    return new LogisticTerms(
        new DenseRows(rows), targets, new double[targets.length], weights, pairs.size());
  }
}
