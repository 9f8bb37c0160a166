package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.VerdictState;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one answer was rated on a rubric.
 *
 * @param aspects the rating of each aspect, on the rubric's scale, in the rubric's order; all of
 *     them where the state is OK, else none
 * @param mean over the aspects as the rubric weighs them, on its scale; NaN where the state is not
 *     OK
 * @param critiques what was said on each aspect before it was rated; empty where none was asked
 * @param rawText the judge's own words, aspect by aspect
 * @param detail why there is no rating; empty where the state is OK
 */
public record AnswerRating(
    VerdictState state,
    Map<String, Double> aspects,
    double mean,
    Map<String, String> critiques,
    String rawText,
    String detail) {
  public AnswerRating {
    requireNonNull(state, "state is null");
    requireNonNull(rawText, "rawText is null");
    requireNonNull(detail, "detail is null");
    aspects = new LinkedHashMap<>(aspects);
    critiques = new LinkedHashMap<>(critiques);
    if (aspects.isEmpty() == (state == VerdictState.OK)) {
      throw new IllegalArgumentException("state " + state + " with ratings " + aspects);
    }
  }

  /** No rating, with its reason. */
  static AnswerRating none(VerdictState state, String rawText, String detail) {
    return new AnswerRating(state, Map.of(), Double.NaN, Map.of(), rawText, detail);
  }

  /** The same rating, with what was written before it. */
  AnswerRating after(String text) {
    return new AnswerRating(state, aspects, mean, critiques, text + "\n" + rawText, detail);
  }
}
