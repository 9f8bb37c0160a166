package io.plumbline.objectives.list;

import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.numeric.LogSumExp;

/**
 * SAMI (METHODS 25, arXiv:2404.14313): the list is a square matrix, row by row, of mean
 * log-probabilities of response j under constitution i; half the sum of the cross-entropies of the
 * diagonal along rows and along columns.
 *
 * <p>Invariant under a common shift of the whole matrix. A list whose length is not a square is
 * refused.
 */
public record MutualInformationLoss() implements ListLoss {
  @Override
  public ListTerm at(ScoredList list) {
    int n = (int) Math.round(Math.sqrt(list.size()));
    if (n * n != list.size()) {
      throw new InvalidBatchException(
          "sequence_counts: example %d has %d sequences, which is no square; give every response under every constitution"
              .formatted(list.example(), list.size()));
    }
    double[] scores = list.scores();
    double[] slopes = new double[n * n];
    double loss = 0;
    for (int i = 0; i < n; i++) {
      loss += along(scores, slopes, i * n, 1, i, n) + along(scores, slopes, i, n, i, n);
    }
    return new ListTerm(loss, slopes);
  }

  /** Adds one line's cross-entropy; {@code start} and {@code stride} pick a row or a column. */
  private static double along(
      double[] scores, double[] slopes, int start, int stride, int target, int n) {
    double[] line = new double[n];
    for (int k = 0; k < n; k++) {
      line[k] = scores[start + k * stride];
    }
    double partition = LogSumExp.of(line, 0, n);
    for (int k = 0; k < n; k++) {
      double share = Math.exp(line[k] - partition) - (k == target ? 1 : 0);
      slopes[start + k * stride] += share / (2 * n);
    }
    return (partition - line[target]) / (2 * n);
  }
}
