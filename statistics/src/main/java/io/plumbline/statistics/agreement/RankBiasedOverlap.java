package io.plumbline.statistics.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rank-biased overlap of two rankings that may be incomplete, extrapolated from the depth seen.
 *
 * <p>Source: Webber, Moffat and Zobel (2010), A similarity measure for indefinite rankings,
 * equation 32.
 *
 * @param persistence p in (0, 1): the chance that a reader goes on to the next rank
 */
public record RankBiasedOverlap(double persistence) {

  public RankBiasedOverlap {
    if (!(persistence > 0 && persistence < 1)) {
      throw new IllegalArgumentException(
          "persistence is " + persistence + ", must lie between 0 and 1");
    }
  }

  /**
   * In [0, 1].
   *
   * @throws IllegalArgumentException if a ranking is empty or names something twice
   */
  public double of(List<?> first, List<?> second) {
    if (first.isEmpty() || second.isEmpty()) {
      throw new IllegalArgumentException("a ranking is empty");
    }
    if (new HashSet<Object>(first).size() < first.size()
        || new HashSet<Object>(second).size() < second.size()) {
      throw new IllegalArgumentException("a ranking names something twice");
    }
    List<?> shorter = first.size() <= second.size() ? first : second;
    List<?> longer = first.size() <= second.size() ? second : first;
    int small = shorter.size();
    int large = longer.size();
    Set<Object> seenShorter = new HashSet<>();
    Set<Object> seenLonger = new HashSet<>();
    int overlap = 0;
    int overlapAtSmall = 0;
    double sum = 0;
    double power = 1;
    for (int depth = 1; depth <= large; depth++) {
      power *= persistence;
      Object deeper = longer.get(depth - 1);
      seenLonger.add(deeper);
      if (depth <= small) {
        Object other = shorter.get(depth - 1);
        seenShorter.add(other);
        overlap += seenLonger.contains(other) ? 1 : 0;
        overlap += !deeper.equals(other) && seenShorter.contains(deeper) ? 1 : 0;
        overlapAtSmall = overlap;
      } else {
        overlap += seenShorter.contains(deeper) ? 1 : 0;
        // Beyond the shorter ranking its agreement is assumed to go on as at its end.
        sum += (double) overlapAtSmall * (depth - small) / (small * (double) depth) * power;
      }
      sum += (double) overlap / depth * power;
    }
    return (1 - persistence) / persistence * sum
        + ((double) (overlap - overlapAtSmall) / large + (double) overlapAtSmall / small) * power;
  }
}
