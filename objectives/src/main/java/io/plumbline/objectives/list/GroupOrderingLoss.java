package io.plumbline.objectives.list;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.sorting.OddEvenNetwork;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Group ordering constraints (GroCo, METHODS 205, arXiv:2301.02009), as the authors' {@code
 * losses/groco.py} has it: the hardest negatives, ascending, then the positives, ascending, go
 * through a relaxed sorting network; the loss is the mean over them of the binary cross-entropy
 * between ending among the upper places and being a positive.
 *
 * <p>Scores are similarities to an anchor (for distances, hand over their negatives); {@code
 * labels} tell positives from negatives. The orders of the two groups are detached. A logarithm is
 * held at −100, where PyTorch holds it: value constant, slope zero. Without positives or negatives
 * a list costs nothing.
 *
 * @param network the sorting network
 * @param negatives how many negatives are taken, the most similar first; at least 1
 */
public record GroupOrderingLoss(OddEvenNetwork network, int negatives) implements ListLoss {
  private static final double SMALLEST = Math.exp(-100);

  public GroupOrderingLoss {
    requireNonNull(network, "network is null");
    if (negatives < 1) {
      throw new IllegalArgumentException(
          "topk_neg: %d is below 1; take at least one negative".formatted(negatives));
    }
  }

  @Override
  public ListTerm at(ScoredList list) {
    double[] scores = list.scores();
    double[] labels = list.constants(Channel.LABELS);
    int[] low = ascending(scores, labels, 0);
    int[] high = ascending(scores, labels, 1);
    low = Arrays.copyOfRange(low, Math.max(0, low.length - negatives), low.length);
    double[] slopes = new double[scores.length];
    if (low.length == 0 || high.length == 0) {
      return new ListTerm(0, slopes);
    }
    int[] order = IntStream.concat(Arrays.stream(low), Arrays.stream(high)).toArray();
    double[] upper = new double[order.length];
    Arrays.fill(upper, low.length, order.length, 1);
    OddEvenNetwork.Pass pass =
        network.sort(Arrays.stream(order).mapToDouble(i -> scores[i]).toArray());
    double[] upperShares = pass.shares(upper);
    double[] lowerShares = pass.shares(Arrays.stream(upper).map(share -> 1 - share).toArray());
    double[] byShare = new double[order.length];
    double loss = 0;
    for (int k = 0; k < order.length; k++) {
      double right = k < low.length ? lowerShares[k] : upperShares[k];
      loss -= Math.log(Math.max(right, SMALLEST)) / order.length;
      double slope = right < SMALLEST ? 0 : -1 / (right * order.length);
      byShare[k] = k < low.length ? -slope : slope;
    }
    double[] gradient = pass.gradient(upper, byShare);
    for (int k = 0; k < order.length; k++) {
      slopes[order[k]] = gradient[k];
    }
    return new ListTerm(loss, slopes);
  }

  private static int[] ascending(double[] scores, double[] labels, double label) {
    return IntStream.range(0, scores.length)
        .filter(i -> labels[i] == label)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> scores[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.LABELS);
  }
}
