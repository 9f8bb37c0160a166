package io.plumbline.objectives.list;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log σ(γ s_3) on lists of three: the likelihood term of rationale-augmented preference learning
 * (METHODS 16, arXiv:2407.14477), as the authors' code has it; s is the summed log-probability.
 *
 * @param gamma γ &gt; 0
 */
public record ThirdLikelihoodLoss(double gamma) implements ListLoss {
  @Override
  public ListTerm at(ScoredList list) {
    list.requireSize(3, "chosen, rejected and a third");
    double logit = gamma * list.scores()[2];
    return new ListTerm(-Sigmoid.log(logit), new double[] {0, 0, -gamma * Sigmoid.of(-logit)});
  }
}
