package io.plumbline.cli.report;

import io.plumbline.api.v1alpha1.ScoredCompletion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A check that training never saw: which share of the principle's content words stands in a story,
 * as whole words. Stop words do not count, nor do words that more than {@link #COMMON} of the base
 * model's training stories hold anyway.
 *
 * @param words the content words looked for
 * @param commonWords content words left out because base stories are full of them
 * @param base mean share in the base model's stories, in [0, 1]; null when no word is left
 * @param control the same of the base under another seed
 * @param tuned the same of the tuned model
 * @param difference tuned less base, story by story, clustered by opening; null when no word is
 *     left
 */
public record LexicalCheck(
    List<String> words,
    List<String> commonWords,
    Double base,
    Double control,
    Double tuned,
    Estimate difference) {
  static final double COMMON = 0.3;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  static LexicalCheck of(
      String principle,
      List<ScoredCompletion> training,
      List<ScoredCompletion> base,
      List<ScoredCompletion> control,
      List<ScoredCompletion> tuned) {
    List<String> words = new ArrayList<>();
    List<String> common = new ArrayList<>();
    List<Set<String>> trainingWords = training.stream().map(LexicalCheck::words).toList();
    for (String word : words(principle)) {
      if (StopWords.contains(word)) {
        continue;
      }
      long holding = trainingWords.stream().filter(story -> story.contains(word)).count();
      (holding > COMMON * trainingWords.size() ? common : words).add(word);
    }
    if (words.isEmpty()) {
      return new LexicalCheck(words, common, null, null, null, null);
    }
    double[] baseShares = shares(words, base);
    double[] tunedShares = shares(words, tuned);
    return new LexicalCheck(
        words,
        common,
        mean(baseShares),
        mean(shares(words, control)),
        mean(tunedShares),
        difference(tuned, tunedShares, base, baseShares));
  }

  private static Estimate difference(
      List<ScoredCompletion> tuned,
      double[] tunedShares,
      List<ScoredCompletion> base,
      double[] baseShares) {
    List<String> openings = Stories.openings(base);
    if (!openings.equals(Stories.openings(tuned))) {
      throw new IllegalArgumentException(
          "base and tuned stories do not answer the same openings in the same order");
    }
    double[] differences = new double[baseShares.length];
    Arrays.setAll(differences, story -> tunedShares[story] - baseShares[story]);
    return Estimate.clustered(differences, openings);
  }

  private static double[] shares(List<String> words, List<ScoredCompletion> stories) {
    return stories.stream()
        .map(LexicalCheck::words)
        .mapToDouble(
            story -> (double) words.stream().filter(story::contains).count() / words.size())
        .toArray();
  }

  private static Set<String> words(ScoredCompletion story) {
    return words(Stories.text(story.getCompletion()));
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .forEach(match -> words.add(match.group()));
    return words;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
