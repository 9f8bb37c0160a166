package io.plumbline.objectives.sequence;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An objective on single completions labelled desirable or undesirable ({@code labels}).
 *
 * <p>Reads {@code policy_logps} (differentiable), {@code reference_logps}, {@code labels}, what its
 * baseline reads, and {@code weights} where it is weighted. The total is the mean over completions,
 * not over the weights.
 *
 * @param loss loss of one completion
 * @param baseline what log-ratios are measured against
 * @param weighted whether each loss is multiplied with its {@code weights} value, such as BCO's
 *     density ratio
 */
public record LabelledObjective(LabelledLoss loss, Baseline baseline, boolean weighted)
    implements Objective {
  public LabelledObjective {
    requireNonNull(loss, "loss is null");
    requireNonNull(baseline, "baseline is null");
    if (!(loss.rewardScale() > 0)) {
      throw new IllegalArgumentException(
          "beta: %s is not a positive number".formatted(loss.rewardScale()));
    }
  }

  @Override
  public Signature signature() {
    Set<Channel> constants = new HashSet<>(baseline.constants());
    constants.add(Channel.REFERENCE_LOGPS);
    constants.add(Channel.LABELS);
    if (weighted) {
      constants.add(Channel.WEIGHTS);
    }
    return new Signature(
        Layout.SEQUENCES, Set.of(Channel.POLICY_LOGPS), constants, baseline.coupling());
  }

  @Override
  public Statistics statistics(Batch batch) {
    if (baseline instanceof NoBaseline) {
      return Statistics.examples(batch);
    }
    signature().requireFits(batch);
    double[] rewards = ratios(batch);
    for (int i = 0; i < rewards.length; i++) {
      rewards[i] *= loss.rewardScale();
    }
    double[] klLogRatios =
        baseline.constants().contains(Channel.KL_LOG_RATIOS)
            ? batch.values(Channel.KL_LOG_RATIOS)
            : new double[0];
    return baseline.statistics(Statistics.examples(batch), rewards, klLogRatios);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    BatchShape shape = batch.shape();
    double[] labels = batch.values(Channel.LABELS);
    double[] ratios = ratios(batch);
    double[] logps = sums(batch, Channel.POLICY_LOGPS);
    double reference = baseline.value(global, state);
    double[] losses = new double[shape.examples()];
    double[] gradient = new double[shape.tokens()];
    LabelledMetrics metrics = new LabelledMetrics();
    double total = 0;
    for (int i = 0; i < losses.length; i++) {
      boolean desirable = labels[i] == 1;
      SequenceTerm term = loss.at(ratios[i], desirable, reference);
      double weight = weighted ? batch.values(Channel.WEIGHTS)[i] : 1;
      losses[i] = weight * term.loss();
      total += losses[i];
      for (int t = shape.firstToken(i); t < shape.firstToken(i + 1); t++) {
        gradient[t] = weight * term.slope() / global.examples();
      }
      metrics.add(desirable, loss.rewardScale() * ratios[i], logps[i]);
    }
    Metrics logged = metrics.metrics();
    if (!baseline.metric().isEmpty()) {
      logged = logged.with(baseline.metric(), reference * losses.length, losses.length);
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        Map.of(Channel.POLICY_LOGPS, gradient),
        baseline.next(global, state),
        logged);
  }

  private static double[] ratios(Batch batch) {
    double[] ratios = sums(batch, Channel.POLICY_LOGPS);
    double[] reference = sums(batch, Channel.REFERENCE_LOGPS);
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] -= reference[i];
    }
    return ratios;
  }

  private static double[] sums(Batch batch, Channel channel) {
    BatchShape shape = batch.shape();
    double[] values = batch.values(channel);
    double[] sums = new double[shape.sequences()];
    for (int i = 0; i < sums.length; i++) {
      for (int t = shape.firstToken(i); t < shape.firstToken(i + 1); t++) {
        sums[i] += values[t];
      }
    }
    return sums;
  }
}
