package io.plumbline.objectives.offline;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
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
import java.util.Map;
import java.util.Set;

/**
 * −min(e^{b A}, 100) log π with a balance b of each state's own: the policy step of FamO2O (METHODS
 * 137), as the authors' code has it over implicit Q-learning.
 *
 * <p>The balance is read from {@code balance_coefficients} and the advantage from {@code
 * advantages}, one per sequence; both are constant, and so is the weight.
 */
public record AdvantageWeightedObjective() implements Objective {
  private static final double LARGEST = 100;
  private static final Channel BALANCES =
      new Channel("balance_coefficients", Level.SEQUENCE, Range.NON_NEGATIVE);

  @Override
  public Signature signature() {
    return new Signature(
        Layout.SEQUENCES,
        Set.of(Channel.POLICY_LOGPS),
        Set.of(Channel.ADVANTAGES, BALANCES),
        Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    BatchShape shape = batch.shape();
    double[] logps = batch.values(Channel.POLICY_LOGPS);
    double[] losses = new double[shape.examples()];
    double[] gradient = new double[logps.length];
    double total = 0;
    for (int s = 0; s < losses.length; s++) {
      double exponent = batch.values(Channel.ADVANTAGES)[s] * batch.values(BALANCES)[s];
      double weight = Math.min(Math.exp(exponent), LARGEST);
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        losses[s] -= weight * logps[t];
        gradient[t] = -weight / global.examples();
      }
      total += losses[s];
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        Map.of(Channel.POLICY_LOGPS, gradient),
        state,
        Metrics.NONE);
  }
}
