package io.plumbline.rewardmodels.head;

/**
 * A head at the optimum of its objective.
 *
 * @param loss mean negative log-likelihood per pair, without the penalty, in nats
 * @param iterations Newton steps taken
 * @param gradientNorm largest absolute component of the penalised gradient at the end
 */
public record HeadFit(LinearHead head, double loss, int iterations, double gradientNorm) {}
