package io.plumbline.objectives.score;

/**
 * The scores of a batch's sequences, with what is logged about them.
 *
 * @param values one score per sequence, what losses are functions of
 * @param rewards one value per sequence; times the loss's β it is logged as the reward
 * @param logps the policy's reduced log-probability per sequence; empty where there is none
 */
public record Scores(double[] values, double[] rewards, double[] logps) {}
