package io.plumbline.objectives.list;

import io.plumbline.objectives.numeric.LogSumExp;

/**
 * Σ_k (log Σ_{j ≥ k} e^{β s_j} − β s_k), best first: the Plackett-Luce likelihood of the order
 * (DPO's appendix A.3, arXiv:2305.18290; ListMLE).
 *
 * @param beta β &gt; 0
 */
public record PlackettLuceLoss(double beta) implements ListLoss {
  @Override
  public ListTerm at(ScoredList list) {
    double[] logits = list.scores().clone();
    for (int i = 0; i < logits.length; i++) {
      logits[i] *= beta;
    }
    double[] slopes = new double[logits.length];
    double loss = 0;
    for (int k = 0; k < logits.length; k++) {
      double partition = LogSumExp.of(logits, k, logits.length);
      loss += partition - logits[k];
      slopes[k] -= beta;
      for (int j = k; j < logits.length; j++) {
        slopes[j] += beta * Math.exp(logits[j] - partition);
      }
    }
    return new ListTerm(loss, slopes);
  }
}
