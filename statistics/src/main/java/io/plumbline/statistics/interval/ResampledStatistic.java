package io.plumbline.statistics.interval;

/** A statistic of a sample in which unit {@code i} stands {@code multiplicity[i]} times. */
@FunctionalInterface
public interface ResampledStatistic {

  /** NaN where the statistic is not defined for this sample. */
  double of(int[] multiplicity);
}
