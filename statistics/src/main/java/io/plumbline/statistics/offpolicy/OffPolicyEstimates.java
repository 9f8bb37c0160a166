package io.plumbline.statistics.offpolicy;

/**
 * The value of a policy from the log of another one, by the usual estimators.
 *
 * <p>Source: as benchmarked by Kiyohara et al. (2024), Towards assessing and benchmarking
 * risk-return tradeoff of off-policy evaluation (METHODS 128): direct method, importance sampling,
 * its self-normalised form, and doubly robust (Dudík et al. 2011).
 */
public record OffPolicyEstimates(
    double directMethod,
    double importanceSampling,
    double selfNormalised,
    double doublyRobust,
    double effectiveRounds) {

  public static OffPolicyEstimates of(LoggedBandit log) {
    int rounds = log.rewards().length;
    double direct = 0;
    double weighted = 0;
    double weights = 0;
    double squares = 0;
    double correction = 0;
    for (int round = 0; round < rounds; round++) {
      double weight = log.weight(round);
      direct += log.predictedValue()[round];
      weighted += weight * log.rewards()[round];
      weights += weight;
      squares += weight * weight;
      correction += weight * (log.rewards()[round] - log.predictedTaken()[round]);
    }
    return new OffPolicyEstimates(
        direct / rounds,
        weighted / rounds,
        weights == 0 ? Double.NaN : weighted / weights,
        (direct + correction) / rounds,
        squares == 0 ? 0 : weights * weights / squares);
  }
}
