package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Statistics;
import java.util.Set;

/**
 * P − ½ − β (log π − log π_ref) of each token, P the probability that the completion wins against
 * the mixture policy's: Nash-MD (arXiv:2312.00886; TRL's {@code NashMDTrainer._compute_losses}).
 *
 * @param beta β ≥ 0
 */
public record NashCoefficients(double beta) implements TokenCoefficients {
  public NashCoefficients {
    if (!(beta >= 0 && Double.isFinite(beta))) {
      throw new IllegalArgumentException("beta: %s is not zero or more".formatted(beta));
    }
  }

  @Override
  public Layout layout() {
    return Layout.SEQUENCES;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.REFERENCE_LOGPS, Channel.PREFERENCE_PROBABILITIES);
  }

  @Override
  public Coupling coupling() {
    return Coupling.SEPARABLE;
  }

  @Override
  public Statistics statistics(Statistics counts, Batch batch) {
    return counts;
  }

  @Override
  public double[] of(Batch batch, Statistics global) {
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] reference = batch.values(Channel.REFERENCE_LOGPS);
    double[] probabilities = batch.values(Channel.PREFERENCE_PROBABILITIES);
    double[] coefficients = new double[policy.length];
    for (int s = 0; s < shape.sequences(); s++) {
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        coefficients[t] = probabilities[s] - 0.5 - beta * (policy[t] - reference[t]);
      }
    }
    return coefficients;
  }
}
