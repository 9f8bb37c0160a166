package io.plumbline.objectives.pair;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import java.util.HashSet;
import java.util.Set;

/**
 * A loss weighted by how likely the policy is to have sampled the pair: w_w · w_l with w the
 * geometric mean of {@code aligned_logps} (WPO, arXiv:2406.11827, equation 2). Detached.
 *
 * @param loss the loss that is weighted
 */
public record PolicyWeighted(PairLoss loss) implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    int chosen = 2 * pair.example();
    double weight = weight(pair.batch(), chosen) * weight(pair.batch(), chosen + 1);
    return loss.at(pair).times(weight);
  }

  private static double weight(Batch batch, int sequence) {
    BatchShape shape = batch.shape();
    double[] logps = batch.values(Channel.ALIGNED_LOGPS);
    double sum = 0;
    for (int t = shape.firstToken(sequence); t < shape.firstToken(sequence + 1); t++) {
      sum += logps[t];
    }
    return Math.exp(sum / Math.max(1, shape.length(sequence)));
  }

  @Override
  public double rewardScale() {
    return loss.rewardScale();
  }

  @Override
  public Set<Channel> constants() {
    Set<Channel> constants = new HashSet<>(loss.constants());
    constants.add(Channel.ALIGNED_LOGPS);
    return constants;
  }
}
