package io.plumbline.judgment.verdict;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How strongly a judge prefers the winner, by the perplexity of what it says: the logarithm of the
 * perplexity of the verdict for the loser less that of the verdict for the winner, the mean over
 * both orders. A verdict is one label, whose perplexity is {@code 1 / p}, so this is the mean of
 * {@code ln(p(winner) / p(loser))}, in nats, and the margin of a Bradley-Terry pair; where the
 * judge could call a tie, half of the tie's probability counts for either.
 *
 * <p>This definition is ours. Bao et al. 2024, "Aligning Large Language Models from Self-Reference
 * AI Feedback with one General Principle" (METHODS 35), measures strength by "semantic perplexity";
 * its equation could not be had, and its published code takes the margin as given.
 */
public final class PreferenceStrength {
  /** What a probability of 0 or 1 counts as: beyond it there is nothing but rounding. */
  private static final double SMALLEST = 1e-12;

  private PreferenceStrength() {}

  /**
   * Empty where there is no winner, and where an order has no label probabilities; below 0 where
   * these speak against the winner.
   */
  public static OptionalDouble of(Verdict verdict) {
    List<OrderVerdict> orders =
        Stream.concat(Stream.of(verdict.forward()), verdict.reverse().stream()).toList();
    boolean known = orders.stream().allMatch(order -> order.probability().isPresent());
    Winner winner = verdict.winner().orElse(Winner.TIE);
    if (!known || winner == Winner.TIE) {
      return OptionalDouble.empty();
    }
    int sign = winner == Winner.FIRST ? 1 : -1;
    return orders.stream()
        .mapToDouble(order -> sign * logOdds(order.probability().getAsDouble()))
        .average();
  }

  private static double logOdds(double probability) {
    double inside = Math.min(Math.max(probability, SMALLEST), 1 - SMALLEST);
    return Math.log(inside) - Math.log1p(-inside);
  }
}
