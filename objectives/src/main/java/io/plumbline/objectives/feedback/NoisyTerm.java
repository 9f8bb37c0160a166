package io.plumbline.objectives.feedback;

/**
 * The loss of one item under a label that may have been flipped.
 *
 * @param loss value
 * @param scoreSlope derivative by the item's score
 * @param flipSlope derivative by the item's flip score
 */
public record NoisyTerm(double loss, double scoreSlope, double flipSlope) {}
