package io.plumbline.objectives.list;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.numeric.Sigmoid;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Σ over pairs with relevance_i &gt; relevance_j of Δ_ij · −log σ(β (s_i − s_j)), where Δ_ij = |G_i
 * − G_j| · |1/D(rank_i) − 1/D(rank_j)| and G = 2^relevance − 1: LambdaRank weights, as LiPO-λ takes
 * them of predicted ranks (METHODS 202, arXiv:2402.01878) and RankDPO of true ones (METHODS 163,
 * arXiv:2410.18013, equations 6 and 7).
 *
 * <p>Without weights it is RankNet over all pairs of different relevance.
 *
 * @param beta β &gt; 0
 * @param weights what Δ is
 */
public record LambdaLoss(double beta, PairWeights weights) implements ListLoss {
  public LambdaLoss {
    requireNonNull(weights, "weights is null");
    if (!(beta > 0 && Double.isFinite(beta))) {
      throw new IllegalArgumentException("beta: %s is not a positive number".formatted(beta));
    }
  }

  @Override
  public ListTerm at(ScoredList list) {
    double[] scores = list.scores();
    double[] relevances = list.constants(Channel.RELEVANCES);
    double[] discounts =
        weights == PairWeights.TRUE_RANKS
            ? inverseDiscounts(relevances, 1)
            : inverseDiscounts(scores, Math.log(2));
    double[] slopes = new double[scores.length];
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (relevances[i] > relevances[j]) {
          double gain = Math.pow(2, relevances[i]) - Math.pow(2, relevances[j]);
          double weight =
              weights == PairWeights.NONE ? 1 : gain * Math.abs(discounts[i] - discounts[j]);
          double logit = beta * (scores[i] - scores[j]);
          double slope = -weight * beta * Sigmoid.of(-logit);
          loss -= weight * Sigmoid.log(logit);
          slopes[i] += slope;
          slopes[j] -= slope;
        }
      }
    }
    return new ListTerm(loss, slopes);
  }

  /**
   * 1/D of each position.
   *
   * @param logBase natural logarithm of the base of D
   */
  private static double[] inverseDiscounts(double[] scores, double logBase) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] discounts = new double[scores.length];
    for (int rank = 1; rank <= order.length; rank++) {
      discounts[order[rank - 1]] = logBase / Math.log1p(rank);
    }
    return discounts;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.RELEVANCES);
  }
}
