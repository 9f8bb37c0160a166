package io.plumbline.objectives.list;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairTerm;
import io.plumbline.objectives.pair.ScoredPair;

/**
 * A pair loss on the first two sequences of lists of three; the third has a term of its own.
 *
 * @param loss loss of the pair; one that reads no constants
 */
public record FirstPairLoss(PairLoss loss) implements ListLoss {
  public FirstPairLoss {
    requireNonNull(loss, "loss is null");
  }

  @Override
  public ListTerm at(ScoredList list) {
    requireThree(list);
    double[] scores = list.scores();
    PairTerm term = loss.at(new ScoredPair(scores[0], scores[1], list.example(), list.batch()));
    return new ListTerm(term.loss(), new double[] {term.chosenSlope(), term.rejectedSlope(), 0});
  }

  static void requireThree(ScoredList list) {
    if (list.size() != 3) {
      throw new InvalidBatchException(
          "sequence_counts: example %d has %d sequences; give chosen, rejected and a third"
              .formatted(list.example(), list.size()));
    }
  }
}
