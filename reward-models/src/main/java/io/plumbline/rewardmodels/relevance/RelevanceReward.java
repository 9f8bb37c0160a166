package io.plumbline.rewardmodels.relevance;

/**
 * A regularised relevance reward with the parts it is made of.
 *
 * @param length the length incentive
 * @param repetition the share of distinct n-grams
 */
public record RelevanceReward(double reward, double relevance, double length, double repetition) {}
