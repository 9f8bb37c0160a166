package io.plumbline.objectives.reward;

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
import io.plumbline.objectives.numeric.Sigmoid;
import java.util.Map;
import java.util.Set;

/**
 * Nested ordinal logistic regression on two stages of feedback, such as click and purchase (GNOLR,
 * METHODS 193), as the authors' {@code ordinal_multi_tasks_gnolr} has it.
 *
 * <p>Reads {@code stage_scores/0} and {@code stage_scores/1} (differentiable) and {@code
 * stage_labels/0}, {@code stage_labels/1} per sequence. With u_0 = s_0 z_0 + log m_0 and u_1 = s_1
 * z_1 + s_0 z_0 + log m_1 the loss is −(1 − y_0) log σ(−u_0) − y_0 log σ(u_0), once more its first
 * term, and −max(0, y_0 − y_1) log(σ(u_0) − σ(u_1)) − y_1 log σ(u_1). The difference of the two
 * probabilities is held at 1e-12 from below: value constant, slope zero.
 *
 * @param first m_0 &gt; 0, odds of the first stage
 * @param second m_1 &gt; 0, odds of the second stage
 * @param firstScale s_0
 * @param secondScale s_1
 */
public record StagedFeedbackObjective(
    double first, double second, double firstScale, double secondScale) implements Objective {
  private static final double SMALLEST = 1e-12;
  private static final Channel SCORES_0 = new Channel("stage_scores/0", Level.SEQUENCE);
  private static final Channel SCORES_1 = new Channel("stage_scores/1", Level.SEQUENCE);
  private static final Channel LABELS_0 =
      new Channel("stage_labels/0", Level.SEQUENCE, Range.BINARY);
  private static final Channel LABELS_1 =
      new Channel("stage_labels/1", Level.SEQUENCE, Range.BINARY);

  public StagedFeedbackObjective {
    if (!(first > 0 && second > 0)) {
      throw new IllegalArgumentException(
          "m: %s and %s; both odds are positive".formatted(first, second));
    }
  }

  @Override
  public Signature signature() {
    return new Signature(
        Layout.SEQUENCES,
        Set.of(SCORES_0, SCORES_1),
        Set.of(LABELS_0, LABELS_1),
        Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double[] losses = new double[batch.shape().examples()];
    double[] gradient0 = new double[losses.length];
    double[] gradient1 = new double[losses.length];
    double total = 0;
    for (int i = 0; i < losses.length; i++) {
      double z0 = firstScale * batch.values(SCORES_0)[i];
      double u0 = z0 + Math.log(first);
      double u1 = secondScale * batch.values(SCORES_1)[i] + z0 + Math.log(second);
      double y0 = batch.values(LABELS_0)[i];
      double y1 = batch.values(LABELS_1)[i];
      double p0 = Sigmoid.of(u0);
      double p1 = Sigmoid.of(u1);
      double between = Math.max(0, y0 - y1);
      double difference = Math.max(SMALLEST, p0 - p1);
      losses[i] =
          -2 * (1 - y0) * Sigmoid.log(-u0)
              - y0 * Sigmoid.log(u0)
              - between * Math.log(difference)
              - y1 * Sigmoid.log(u1);
      total += losses[i];
      double share = difference == SMALLEST ? 0 : between / difference;
      double slope0 = 2 * (1 - y0) * p0 - y0 * Sigmoid.of(-u0) - share * p0 * Sigmoid.of(-u0);
      double slope1 = share * p1 * Sigmoid.of(-u1) - y1 * Sigmoid.of(-u1);
      gradient0[i] = firstScale * (slope0 + slope1) / global.examples();
      gradient1[i] = secondScale * slope1 / global.examples();
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        Map.of(SCORES_0, gradient0, SCORES_1, gradient1),
        state,
        Metrics.NONE);
  }
}
