package io.plumbline.judgment.protocol;

import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;

/** Compares two completions of one prompt. */
@FunctionalInterface
public interface PairwiseProtocol {

  /**
   * @param principle what to judge by; empty for general helpfulness
   */
  Step<Verdict> begin(Comparison comparison, String principle);
}
