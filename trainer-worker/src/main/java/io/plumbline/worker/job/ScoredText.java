package io.plumbline.worker.job;

/**
 * The log-probability of a completion.
 *
 * @param index of its row
 * @param logProbability sum over its tokens of log p(token | before), natural logarithm
 * @param tokens number of those tokens
 */
public record ScoredText(int index, double logProbability, int tokens) {}
