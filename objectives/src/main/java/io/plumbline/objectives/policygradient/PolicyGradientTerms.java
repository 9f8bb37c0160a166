package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.numeric.ClampedExponential;

/** Sums up token losses, gradient and metrics, sequence by sequence. */
final class PolicyGradientTerms {
  private final PolicyGradientObjective objective;
  private final BatchShape shape;
  private final double[] policy;
  private final double[] behaviour;
  private final double[] reference;
  private final double[] gradient;
  private double kl;
  private double ratios;
  private double clippedLow;
  private double clippedHigh;

  PolicyGradientTerms(PolicyGradientObjective objective, Batch batch) {
    this.objective = objective;
    shape = batch.shape();
    policy = batch.values(Channel.POLICY_LOGPS);
    behaviour = batch.values(Channel.BEHAVIOUR_LOGPS);
    reference =
        objective.klCoefficient() > 0 ? batch.values(Channel.REFERENCE_LOGPS) : new double[0];
    gradient = new double[policy.length];
  }

  /** Adds one sequence and returns the sum of its token losses. */
  double add(int sequence, double advantage, Statistics global) {
    int from = shape.firstToken(sequence);
    int to = shape.firstToken(sequence + 1);
    double share = objective.share(to - from, global);
    double sum =
        objective.level() == RatioLevel.TOKEN
            ? tokens(from, to, advantage, share)
            : sequence(from, to, advantage, share);
    return reference.length == 0 ? sum : sum + penalty(from, to, share);
  }

  private double tokens(int from, int to, double advantage, double share) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      Surrogate.Term term = objective.surrogate().at(policy[t] - behaviour[t], advantage);
      sum += term.loss();
      gradient[t] += share * term.slope();
      count(term);
    }
    return sum;
  }

  /** A sequence's ratio stands for each of its tokens. */
  private double sequence(int from, int to, double advantage, double share) {
    int length = to - from;
    double logRatio = 0;
    for (int t = from; t < to; t++) {
      logRatio += policy[t] - behaviour[t];
    }
    boolean mean = objective.level() == RatioLevel.SEQUENCE_MEAN;
    Surrogate.Term term =
        objective.surrogate().at(mean ? logRatio / Math.max(1, length) : logRatio, advantage);
    for (int t = from; t < to; t++) {
      gradient[t] += share * term.slope() * (mean ? 1 : length);
    }
    count(term);
    // A product over no token is a ratio of one and still costs its advantage, as in TRL's RLOO.
    return term.loss() * (mean ? length : Math.max(1, length));
  }

  private double penalty(int from, int to, double share) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      double difference = reference[t] - policy[t];
      sum += ClampedExponential.of(difference) - difference - 1;
      gradient[t] += share * objective.klCoefficient() * (1 - ClampedExponential.slope(difference));
    }
    kl += sum;
    return objective.klCoefficient() * sum;
  }

  private void count(Surrogate.Term term) {
    ratios++;
    clippedLow += term.clippedLow() ? 1 : 0;
    clippedHigh += term.clippedHigh() ? 1 : 0;
  }

  double[] gradient() {
    return gradient;
  }

  Metrics metrics() {
    Metrics metrics =
        Metrics.NONE
            .with("clip_ratio/low_mean", clippedLow, ratios)
            .with("clip_ratio/high_mean", clippedHigh, ratios)
            .with("clip_ratio/region_mean", clippedLow + clippedHigh, ratios);
    return reference.length == 0 ? metrics : metrics.with("kl", kl, policy.length);
  }
}
