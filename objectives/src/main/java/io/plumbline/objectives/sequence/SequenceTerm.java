package io.plumbline.objectives.sequence;

/**
 * The loss of one sequence with its derivative.
 *
 * @param loss value
 * @param slope derivative by the sequence's score or log-ratio
 */
public record SequenceTerm(double loss, double slope) {}
