package io.plumbline.objectives.list;

/**
 * The loss of one list.
 *
 * @param loss value
 * @param slopes derivative by the score of each sequence
 */
public record ListTerm(double loss, double[] slopes) {}
