package io.plumbline.objectives.list;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.numeric.LogSumExp;
import java.util.Set;

/**
 * Cross-entropy of softmax(β s) against softmax(relevances): ListNet's top-one form.
 *
 * @param beta β &gt; 0
 */
public record SoftmaxLoss(double beta) implements ListLoss {
  @Override
  public ListTerm at(ScoredList list) {
    int size = list.size();
    double[] slopes = new double[size];
    if (size == 0) {
      return new ListTerm(0, slopes);
    }
    double[] logits = list.scores().clone();
    for (int i = 0; i < size; i++) {
      logits[i] *= beta;
    }
    double[] relevances = list.constants(Channel.RELEVANCES);
    double partition = LogSumExp.of(logits, 0, size);
    double target = LogSumExp.of(relevances, 0, size);
    double loss = 0;
    for (int i = 0; i < size; i++) {
      double share = Math.exp(relevances[i] - target);
      loss += share * (partition - logits[i]);
      slopes[i] = beta * (Math.exp(logits[i] - partition) - share);
    }
    return new ListTerm(loss, slopes);
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.RELEVANCES);
  }
}
