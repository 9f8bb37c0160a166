package io.plumbline.objectives.list;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log σ(β (u_1 − u_2)) + α β u_3 on lists of chosen, rejected and a response of the reference
 * model: SELM (METHODS 14, arXiv:2405.19332), as the authors' code has it.
 *
 * @param beta β &gt; 0
 * @param optimism α ≥ 0
 */
public record OptimisticLoss(double beta, double optimism) implements ListLoss {
  @Override
  public ListTerm at(ScoredList list) {
    list.requireSize(3, "chosen, rejected and a third");
    double[] u = list.scores();
    double logit = beta * (u[0] - u[1]);
    double slope = -beta * Sigmoid.of(-logit);
    return new ListTerm(
        -Sigmoid.log(logit) + optimism * beta * u[2],
        new double[] {slope, -slope, optimism * beta});
  }
}
