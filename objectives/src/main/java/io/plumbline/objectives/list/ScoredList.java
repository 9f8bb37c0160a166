package io.plumbline.objectives.list;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.InvalidBatchException;
import java.util.Arrays;

/**
 * One list as a {@link ListLoss} sees it.
 *
 * @param scores score of each sequence, in the order of the list
 * @param example index of the list in its batch
 * @param batch where constants of the list are read
 */
public record ScoredList(double[] scores, int example, Batch batch) {
  public int size() {
    return scores.length;
  }

  /** Throws when this list has not {@code expected} sequences, naming what they should be. */
  void requireSize(int expected, String roles) {
    if (size() != expected) {
      throw new InvalidBatchException(
          "sequence_counts: example %d has %d sequences; give %s"
              .formatted(example, size(), roles));
    }
  }

  /** The values of a per-sequence constant channel for this list. */
  public double[] constants(Channel channel) {
    int first = batch.shape().firstSequence(example);
    return Arrays.copyOfRange(batch.values(channel), first, first + scores.length);
  }

  /** Number of tokens of the sequence at {@code position}. */
  public int length(int position) {
    return batch.shape().length(batch.shape().firstSequence(example) + position);
  }
}
