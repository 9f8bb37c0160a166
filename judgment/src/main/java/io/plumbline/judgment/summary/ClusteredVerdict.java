package io.plumbline.judgment.summary;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.Verdict;

/** A verdict and the cluster, such as the prompt, that its comparison belongs to. */
public record ClusteredVerdict(String cluster, Verdict verdict) {
  public ClusteredVerdict {
    requireNonNull(cluster, "cluster is null");
    requireNonNull(verdict, "verdict is null");
  }
}
