package io.plumbline.objectives.pair;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;

/**
 * One pair as a {@link PairLoss} sees it.
 *
 * @param chosen score of the chosen completion, by default its log-ratio
 * @param rejected score of the rejected completion
 * @param example index of the pair in its batch
 * @param batch where constants of the pair are read
 */
public record ScoredPair(double chosen, double rejected, int example, Batch batch) {
  /** chosen − rejected. */
  public double margin() {
    return chosen - rejected;
  }

  /** The value of a per-example constant channel for this pair. */
  public double constant(Channel channel) {
    return batch.values(channel)[example];
  }

  /** The pair with the labels flipped. */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // the exchange is the purpose
  public ScoredPair exchanged() {
    return new ScoredPair(rejected, chosen, example, batch);
  }
}
