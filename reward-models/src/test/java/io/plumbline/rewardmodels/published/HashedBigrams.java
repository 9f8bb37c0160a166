package io.plumbline.rewardmodels.published;

import io.plumbline.rewardmodels.relevance.WordPunctuationTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts of words and word pairs by hash, scaled to unit length. */
final class HashedBigrams {
  static final int COLUMNS = 1 << 18;

  private HashedBigrams() {}

  static Map<Integer, Double> difference(String chosen, String rejected) {
    Map<Integer, Double> difference = of(chosen);
    of(rejected).forEach((column, value) -> difference.merge(column, -value, Double::sum));
    return difference;
  }

  private static Map<Integer, Double> of(String text) {
    List<String> tokens = WordPunctuationTokens.of(text.toLowerCase(Locale.ROOT)).tokens();
    Map<Integer, Double> counts = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      counts.merge(column(tokens.get(i)), 1.0, Double::sum);
      if (i > 0) {
        counts.merge(column(tokens.get(i - 1) + ' ' + tokens.get(i)), 1.0, Double::sum);
      }
    }
    double square = counts.values().stream().mapToDouble(count -> count * count).sum();
    if (square > 0) {
      counts.replaceAll((column, count) -> count / Math.sqrt(square));
    }
    return counts;
  }

  private static int column(String gram) {
    // String hashes of short grams crowd together; the multiplier spreads them (Knuth, 6.4).
    return (gram.hashCode() * 0x9E3779B1) >>> (Integer.SIZE - 18);
  }
}
