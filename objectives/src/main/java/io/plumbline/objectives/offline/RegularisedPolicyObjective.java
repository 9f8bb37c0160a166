package io.plumbline.objectives.offline;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Range;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * −λ Q + w d with λ = α / mean |Q| over the global batch, detached: the actor loss of PRDC (METHODS
 * 102) and A2PR (METHODS 117), as the authors' code has it.
 *
 * <p>Q is the critic's value of the policy's own action ({@code action_values}) and d the mean
 * squared distance of that action to the one it is held to ({@code distances}): the nearest of the
 * data set in PRDC, that of the better of data and a generative model in A2PR. Both are
 * differentiable. A global batch whose Q are all zero is given λ = 0.
 *
 * @param alpha α &gt; 0
 * @param weighted whether w is read from {@code weights} (A2PR's advantage test) or 1
 */
public record RegularisedPolicyObjective(double alpha, boolean weighted) implements Objective {
  private static final String MAGNITUDE = "absolute_action_values";
  private static final Channel ACTION_VALUES = new Channel("action_values", Level.SEQUENCE);
  private static final Channel DISTANCES =
      new Channel("distances", Level.SEQUENCE, Range.NON_NEGATIVE);

  public RegularisedPolicyObjective {
    if (!(alpha > 0 && Double.isFinite(alpha))) {
      throw new IllegalArgumentException("alpha: %s is not a positive number".formatted(alpha));
    }
  }

  @Override
  public Signature signature() {
    return new Signature(
        Layout.SEQUENCES,
        Set.of(ACTION_VALUES, DISTANCES),
        weighted ? Set.of(Channel.WEIGHTS) : Set.of(),
        Coupling.STATISTICS);
  }

  @Override
  public Statistics statistics(Batch batch) {
    double sum = 0;
    for (double value : batch.values(ACTION_VALUES)) {
      sum += Math.abs(value);
    }
    return Statistics.examples(batch).with(MAGNITUDE, sum);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double[] values = batch.values(ACTION_VALUES);
    double[] distances = batch.values(DISTANCES);
    double magnitude = global.sum(MAGNITUDE) / global.examples();
    double lambda = magnitude == 0 ? 0 : alpha / magnitude;
    double[] losses = new double[values.length];
    double[] valueGradient = new double[values.length];
    double[] distanceGradient = new double[values.length];
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      double weight = weighted ? batch.values(Channel.WEIGHTS)[i] : 1;
      losses[i] = -lambda * values[i] + weight * distances[i];
      total += losses[i];
      valueGradient[i] = -lambda / global.examples();
      distanceGradient[i] = weight / global.examples();
    }
    Map<Channel, double[]> gradients = new LinkedHashMap<>();
    gradients.put(ACTION_VALUES, valueGradient);
    gradients.put(DISTANCES, distanceGradient);
    return new Evaluation(total / global.examples(), losses, gradients, state, Metrics.NONE);
  }
}
