package io.plumbline.objectives.policygradient;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Statistics;
import java.util.HashSet;
import java.util.Set;

/**
 * φ(w) A with φ(w) = e^λ w^k e^{−λw} and w the importance ratio of the whole sequence: VESPO (TRL's
 * {@code vespo} and its {@code get_gamma_weights}). φ(1) = 1; k and λ depend on the advantage's
 * sign.
 *
 * <p>As in TRL a token's log-ratio is held within ±20, and log w between log 10⁻⁸ and 20.
 *
 * @param estimator where advantages come from
 * @param powers k for advantages of zero and more, and for negative ones
 * @param rates λ for the same two, held at 10⁻⁴ from below
 */
public record GammaCoefficients(AdvantageEstimator estimator, BySign powers, BySign rates)
    implements TokenCoefficients {
  private static final double LOG_SMALLEST = Math.log(1e-8);
  private static final double LOG_LARGEST = 20;
  private static final double SMALLEST_RATE = 1e-4;

  /** A number that depends on the sign of the advantage. */
  public record BySign(double nonNegative, double negative) {
    double at(double advantage) {
      return advantage >= 0 ? nonNegative : negative;
    }
  }

  public GammaCoefficients {
    requireNonNull(estimator, "estimator is null");
    requireNonNull(powers, "powers is null");
    requireNonNull(rates, "rates is null");
  }

  @Override
  public Layout layout() {
    return Layout.GROUPS;
  }

  @Override
  public Set<Channel> constants() {
    Set<Channel> constants = new HashSet<>(estimator.constants());
    constants.add(Channel.BEHAVIOUR_LOGPS);
    return constants;
  }

  @Override
  public Coupling coupling() {
    return estimator.coupling();
  }

  @Override
  public Statistics statistics(Statistics counts, Batch batch) {
    return estimator.statistics(counts, batch);
  }

  @Override
  public double[] of(Batch batch, Statistics global) {
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] behaviour = batch.values(Channel.BEHAVIOUR_LOGPS);
    double[] advantages = estimator.advantages(batch, global);
    double[] coefficients = new double[policy.length];
    for (int s = 0; s < shape.sequences(); s++) {
      double logRatio = 0;
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        logRatio += within(-LOG_LARGEST, policy[t] - behaviour[t]);
      }
      double weight = weight(within(LOG_SMALLEST, logRatio), advantages[s]);
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        coefficients[t] = weight * advantages[s];
      }
    }
    return coefficients;
  }

  private double weight(double logRatio, double advantage) {
    double rate = Math.max(rates.at(advantage), SMALLEST_RATE);
    return Math.exp(rate + powers.at(advantage) * logRatio - rate * Math.exp(logRatio));
  }

  private static double within(double lowest, double value) {
    return Math.min(Math.max(value, lowest), LOG_LARGEST);
  }
}
