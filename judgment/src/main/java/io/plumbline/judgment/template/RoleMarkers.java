package io.plumbline.judgment.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The markers by which chat formats begin and end turns, and the verdicts in brackets that readers
 * look for, and how they are broken in a value: a judge that quotes a candidate's verdict has not
 * given its own.
 */
final class RoleMarkers {
  private static final char WORD_JOINER = '\u2060';

  /**
   * ChatML, Llama 2 and 3, Mistral, Gemma, Phi, DeepSeek (full-width bar) and sentence ends; the
   * verdicts of MT-bench, Arena-Hard and Prometheus. Where neither bracket stands no marker begins,
   * which is found out first, since texts are long and markers rare.
   */
  static final Pattern MARKER =
      Pattern.compile(
          "(?=[<\\[])(?:<\\||<｜|\\[/?INST\\]|\\[/?SYSTEM_PROMPT\\]|<</?SYS>>|</?s>|</?[be]os>"
              + "|</?(?:start|end)_of_turn>|<end_of_utterance>"
              + "|\\[\\[[ABC]\\]\\]|\\[\\[[AB][<>=]{1,2}[AB]\\]\\]|\\[RESULT\\])",
          Pattern.CASE_INSENSITIVE);

  private RoleMarkers() {}

  /** The text with a word joiner inside every marker. */
  static String broken(String text) {
    Matcher matcher = MARKER.matcher(text);
    StringBuilder broken = new StringBuilder(text.length() + 16);
    int end = 0;
    while (matcher.find()) {
      broken.append(text, end, matcher.start() + 1).append(WORD_JOINER);
      end = matcher.start() + 1;
    }
    return broken.append(text, end, text.length()).toString();
  }

  /** The text with a word joiner at one place. */
  static String broken(String text, int position) {
    return text.substring(0, position) + WORD_JOINER + text.substring(position);
  }
}
