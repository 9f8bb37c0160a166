package io.plumbline.judgment.reader;

import java.util.regex.Pattern;

/**
 * Whether the words around a verdict mark take it back or leave it open: "I would not say [[A]]",
 * "[[A]] is wrong", "[[A]] or a tie", "[[A]] if brevity counts", "[[A]]?". A word that denies
 * counts only where it bears on the mark, on the same line and with nothing but words such as "say
 * the verdict is" between; so "it does not answer the question: [[2]]" stands, and "A is wrong:
 * [[B]]", which gives the reason. Of the 5,758 sentences that made LLMBar's authors read a verdict,
 * it takes back four, all "is better if the goal is …" ({@code StrictReadingTest}).
 */
final class Denial {
  private static final int FAR = 120;
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:\\b(?:not|never|cannot|whether|if|unless|disagree|reject|hesitate|refuse|rather than"
              + "|instead of|anything but|far from|(?:wrong|incorrect|a mistake) to)\\b|n['’]t\\b)"
              + "(?:\\h{0,2}:|(?:[\\h\"'*(]{1,8}(?:a|an|the|my|our|this|that|it|is|are|was|be|been"
              + "|have|has|would|should|will|could|can|do|to|for|of|as|in|with|at|all|just|really"
              + "|simply|necessarily|clearly|final|overall|verdict|answer|choice|winner|rating|score"
              + "|result|decision|judge?ment|label|output|response|assistant|say|saying|call|choose"
              + "|pick|give|giving|select|think|believe|conclude|claim|prefer|judge|rate|vote|go"
              + "|agree|award|assign|declare|write|(?:correct|right|fair|better|best) to)\\b){0,20})"
              + "[\\h\"'*(]{0,8}\\z|\\b(?:neither|nor)\\h{1,4}\\z",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER =
      Pattern.compile(
          "[ \\t\"'*)]{0,4}(?:\\?|(?:or|nor|if|when|unless|might|may|could)\\b"
              + "|(?:(?:is|was|would|be|have|been|has|seems?|looks?|can|should|must)\\s){0,4}"
              + "(?:not|never|wrong|incorrect|false|mistaken|cannot|\\w{1,8}n['’]t)\\b)",
          Pattern.CASE_INSENSITIVE);

  private Denial() {}

  /**
   * @param start where the mark begins
   * @param end where it has ended
   */
  static boolean isAround(String text, int start, int end) {
    return BEFORE.matcher(text).region(Math.max(0, start - FAR), start).find()
        || AFTER.matcher(text).region(end, Math.min(text.length(), end + FAR)).lookingAt();
  }
}
