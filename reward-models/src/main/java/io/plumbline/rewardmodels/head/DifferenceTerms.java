package io.plumbline.rewardmodels.head;

import java.util.List;

/** One term per pair, on the difference of its features. */
record DifferenceTerms(
    List<EmbeddedPair> pairs, double[] targets, double[] offsets, double[] weights) {

  DifferenceTerms(List<EmbeddedPair> pairs) {
    this(pairs, new double[pairs.size()], new double[pairs.size()], new double[pairs.size()]);
  }

  static double requiredMargin(List<EmbeddedPair> pairs, int number) {
    return pairs
        .get(number)
        .margin()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "pair " + number + " has no margin, which this loss reads: use bradley-terry"));
  }

  LogisticTerms build() {
    return new LogisticTerms(
        new DenseRows(pairs.stream().map(EmbeddedPair::difference).toList()),
        targets,
        offsets,
        weights,
        pairs.size());
  }
}
