package io.plumbline.objectives.list;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.numeric.LogSumExp;
import java.util.Set;

/**
 * PRO (METHODS 197, arXiv:2306.17492), as the authors' code has it: for each k but the last,
 * log(e^{T_k s_k} + Σ_{j &gt; k} e^{(r_k − r_j) s_j}) − T_k s_k with T_k = max_j (r_k − r_j), s the
 * mean token log-probability and r the observed {@code rewards}, best first; plus the likelihood
 * term λ (n − 1)² · −|y_1| s_1.
 *
 * <p>The code's 10⁻¹⁰ inside the logarithm is left out: it is there against log 0.
 *
 * @param likelihoodWeight λ ≥ 0, the code's {@code sft_weight}
 */
public record RankingContrastLoss(double likelihoodWeight) implements ListLoss {
  @Override
  public ListTerm at(ScoredList list) {
    double[] scores = list.scores();
    int size = scores.length;
    double[] slopes = new double[size];
    if (size == 0) {
      return new ListTerm(0, slopes);
    }
    double[] rewards = list.constants(Channel.REWARDS);
    double loss = 0;
    for (int k = 0; k < size - 1; k++) {
      double[] temperatures = new double[size];
      temperatures[k] = Double.NEGATIVE_INFINITY;
      for (int j = k + 1; j < size; j++) {
        temperatures[j] = rewards[k] - rewards[j];
        temperatures[k] = Math.max(temperatures[k], temperatures[j]);
      }
      double[] logits = new double[size];
      for (int j = k; j < size; j++) {
        logits[j] = temperatures[j] * scores[j];
      }
      double partition = LogSumExp.of(logits, k, size);
      loss += partition - logits[k];
      slopes[k] -= temperatures[k];
      for (int j = k; j < size; j++) {
        slopes[j] += temperatures[j] * Math.exp(logits[j] - partition);
      }
    }
    double likelihood = likelihoodWeight * (size - 1) * (size - 1) * list.length(0);
    slopes[0] -= likelihood;
    return new ListTerm(loss - likelihood * scores[0], slopes);
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.REWARDS);
  }
}
