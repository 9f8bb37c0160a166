package io.plumbline.rewardmodels.relevance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The share of a text's n-grams that are distinct: 1 where nothing is repeated, also for a text too
 * short to hold an n-gram.
 *
 * <p>Source: METHODS 8, repetition penalty RP(y) = unique trigrams / trigrams.
 *
 * @param order tokens of an n-gram, at least 1; 3 for the authors' form
 */
public record RepetitionPenalty(int order) {
  public RepetitionPenalty {
    if (order < 1) {
      throw new IllegalArgumentException("order is " + order + ", must be at least 1");
    }
  }

  /** In (0, 1]. */
  public double of(WordPunctuationTokens text) {
    int grams = text.count() - order + 1;
    if (grams <= 0) {
      return 1;
    }
    Set<List<String>> distinct = new HashSet<>();
    for (int start = 0; start < grams; start++) {
      distinct.add(text.tokens().subList(start, start + order));
    }
    return (double) distinct.size() / grams;
  }
}
