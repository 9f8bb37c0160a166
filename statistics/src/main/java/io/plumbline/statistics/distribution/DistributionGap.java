package io.plumbline.statistics.distribution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far apart two samples of labels (or words) are, for example human and model-written ones.
 *
 * <p>Source: the label-distribution comparison of Das et al. (2024), Under the surface: tracking
 * the artifactuality of LLM-generated data (METHODS 176); Lin (1991), Divergence measures based on
 * the Shannon entropy.
 *
 * @param totalVariation in [0, 1]
 * @param jensenShannon divergence in bits, in [0, 1]
 * @param firstEntropy of the first sample, in bits
 * @param secondEntropy of the second sample, in bits
 * @param onlyFirst share of the first sample whose label never occurs in the second
 * @param onlySecond share of the second sample whose label never occurs in the first
 */
public record DistributionGap(
    double totalVariation,
    double jensenShannon,
    double firstEntropy,
    double secondEntropy,
    double onlyFirst,
    double onlySecond) {

  public static DistributionGap of(List<String> first, List<String> second) {
    if (first.isEmpty() || second.isEmpty()) {
      throw new IllegalArgumentException("both samples need at least one label");
    }
    Map<String, double[]> shares = new TreeMap<>();
    first.forEach(label -> shares.computeIfAbsent(label, key -> new double[2])[0]++);
    second.forEach(label -> shares.computeIfAbsent(label, key -> new double[2])[1]++);
    double variation = 0;
    double firstEntropy = 0;
    double secondEntropy = 0;
    double middleEntropy = 0;
    double onlyFirst = 0;
    double onlySecond = 0;
    for (double[] counts : shares.values()) {
      double p = counts[0] / first.size();
      double q = counts[1] / second.size();
      variation += Math.abs(p - q) / 2;
      firstEntropy += bits(p);
      secondEntropy += bits(q);
      middleEntropy += bits((p + q) / 2);
      onlyFirst += q == 0 ? p : 0;
      onlySecond += p == 0 ? q : 0;
    }
    return new DistributionGap(
        variation,
        middleEntropy - (firstEntropy + secondEntropy) / 2,
        firstEntropy,
        secondEntropy,
        onlyFirst,
        onlySecond);
  }

  private static double bits(double share) {
    return share == 0 ? 0 : -share * Math.log(share) / Math.log(2);
  }
}
