package io.plumbline.objectives.list;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairTerm;
import io.plumbline.objectives.pair.ScoredPair;

/**
 * A pair loss on two neighbouring sequences of lists of one size; the others have terms of their
 * own.
 *
 * @param loss loss of the pair; one that reads no constants
 * @param first position of the chosen sequence; the rejected one follows
 * @param size number of sequences of every list
 * @param roles what they are, in order, for the error message
 */
public record PlacedPairLoss(PairLoss loss, int first, int size, String roles) implements ListLoss {
  public PlacedPairLoss {
    requireNonNull(loss, "loss is null");
    requireNonNull(roles, "roles is null");
  }

  @Override
  public ListTerm at(ScoredList list) {
    list.requireSize(size, roles);
    double[] scores = list.scores();
    PairTerm term =
        loss.at(new ScoredPair(scores[first], scores[first + 1], list.example(), list.batch()));
    double[] slopes = new double[size];
    slopes[first] = term.chosenSlope();
    slopes[first + 1] = term.rejectedSlope();
    return new ListTerm(term.loss(), slopes);
  }
}
