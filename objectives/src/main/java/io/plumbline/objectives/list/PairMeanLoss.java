package io.plumbline.objectives.list;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Channel;
import java.util.Set;

/**
 * A list loss divided by the number of pairs of its list, n (n − 1) / 2, so that long lists count
 * no more than short ones; a list of one sequence is left as it is.
 *
 * @param loss a loss that adds up over pairs
 */
public record PairMeanLoss(ListLoss loss) implements ListLoss {
  public PairMeanLoss {
    requireNonNull(loss, "loss is null");
  }

  @Override
  public ListTerm at(ScoredList list) {
    ListTerm term = loss.at(list);
    double pairs = Math.max(1, list.size() * (list.size() - 1.0) / 2);
    double[] slopes = term.slopes();
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] /= pairs;
    }
    return new ListTerm(term.loss() / pairs, slopes);
  }

  @Override
  public Set<Channel> constants() {
    return loss.constants();
  }
}
