package io.plumbline.objectives.transport;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairTerm;
import io.plumbline.objectives.pair.ScoredPair;
import io.plumbline.objectives.reduction.TokenReduction;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Alignment by optimal transport (AOT, arXiv:2406.05882, algorithm 1): two samples are sorted, and
 * quantile by quantile the first is asked to exceed the second.
 *
 * <p>Paired, the samples are the policy's and the reference's log-probability margins of the pairs;
 * unpaired, the log-ratios of the chosen and of the rejected completions. The order is detached.
 * Coupled: which quantile a pair belongs to depends on all pairs. The loss of a quantile is
 * attributed to the pair whose policy margin (paired) or chosen completion (unpaired) stands there.
 *
 * @param loss the loss of one quantile, a function of the difference
 * @param reduction how tokens become one number
 * @param paired which of the two readings
 */
public record TransportObjective(PairLoss loss, TokenReduction reduction, boolean paired)
    implements Objective {
  public TransportObjective {
    requireNonNull(loss, "loss is null");
    requireNonNull(reduction, "reduction is null");
  }

  @Override
  public Signature signature() {
    return new Signature(
        Layout.PAIRS,
        Set.of(Channel.POLICY_LOGPS),
        Set.of(Channel.REFERENCE_LOGPS),
        Coupling.COUPLED);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    BatchShape shape = batch.shape();
    double[] policy = reduced(batch, Channel.POLICY_LOGPS);
    double[] reference = reduced(batch, Channel.REFERENCE_LOGPS);
    int pairs = shape.examples();
    double[] upper = new double[pairs];
    double[] lower = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      int chosen = 2 * pair;
      int rejected = chosen + 1;
      upper[pair] = policy[chosen] - (paired ? policy[rejected] : reference[chosen]);
      lower[pair] =
          paired ? reference[chosen] - reference[rejected] : policy[rejected] - reference[rejected];
    }
    int[] upperOrder = order(upper);
    int[] lowerOrder = order(lower);
    double[] slopes = new double[2 * pairs];
    double[] losses = new double[pairs];
    double total = 0;
    for (int quantile = 0; quantile < pairs; quantile++) {
      int above = upperOrder[quantile];
      int below = lowerOrder[quantile];
      PairTerm term = loss.at(new ScoredPair(upper[above], lower[below], above, batch));
      losses[above] = term.loss();
      total += term.loss();
      slopes[2 * above] += term.chosenSlope();
      if (paired) {
        slopes[2 * above + 1] -= term.chosenSlope();
      } else {
        slopes[2 * below + 1] += term.rejectedSlope();
      }
    }
    double[] gradient = new double[shape.tokens()];
    for (int sequence = 0; sequence < slopes.length; sequence++) {
      reduction.addGradient(
          slopes[sequence] / global.examples(),
          gradient,
          shape.firstToken(sequence),
          shape.length(sequence),
          shared(shape, sequence));
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        Map.of(Channel.POLICY_LOGPS, gradient),
        state,
        Metrics.NONE);
  }

  private double[] reduced(Batch batch, Channel channel) {
    BatchShape shape = batch.shape();
    double[] values = batch.values(channel);
    double[] reduced = new double[shape.sequences()];
    for (int sequence = 0; sequence < reduced.length; sequence++) {
      reduced[sequence] =
          reduction.reduce(
              values, shape.firstToken(sequence), shape.length(sequence), shared(shape, sequence));
    }
    return reduced;
  }

  private static int shared(BatchShape shape, int sequence) {
    return Math.min(shape.length(sequence), shape.length(sequence ^ 1));
  }

  private static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
