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
 * min(ρ, cap) A with ρ the importance ratio of a token and A the advantage of its sequence: CISPO
 * (arXiv:2506.13585; TRL's {@code cispo}).
 *
 * @param estimator where advantages come from
 * @param cap largest ratio &gt; 0, TRL's {@code epsilon_high}
 */
public record CappedRatioCoefficients(AdvantageEstimator estimator, double cap)
    implements TokenCoefficients {
  public CappedRatioCoefficients {
    requireNonNull(estimator, "estimator is null");
    if (!(cap > 0 && Double.isFinite(cap))) {
      throw new IllegalArgumentException(
          "epsilon_high: %s is not a positive number".formatted(cap));
    }
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
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        coefficients[t] = Math.min(Math.exp(policy[t] - behaviour[t]), cap) * advantages[s];
      }
    }
    return coefficients;
  }
}
