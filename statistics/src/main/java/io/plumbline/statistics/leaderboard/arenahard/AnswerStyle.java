package io.plumbline.statistics.leaderboard.arenahard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style of an answer: how long it is and how much Markdown it uses outside of code blocks.
 *
 * <p>Source: arena-hard-auto, {@code utils/add_markdown_info.py}; Li et al. (2024), Does style
 * matter?
 *
 * @param length tokens where the answer's file states them, else characters
 * @param headers Markdown headers
 * @param listItems ordered and unordered list items
 * @param bolds bold passages
 */
public record AnswerStyle(double length, double headers, double listItems, double bolds) {
  private static final int FLAGS =
      Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern CODE = Pattern.compile("```[^`]*```");
  private static final Pattern HEADER = Pattern.compile("^#{1,6}\\s", FLAGS);
  private static final Pattern LIST_ITEM = Pattern.compile("^\\s*(?:\\d+\\.|[-*+])\\s", FLAGS);
  private static final Pattern BOLD = Pattern.compile("\\*\\*[^*\\n]+\\*\\*|__[^_\\n]+__", FLAGS);

  /** Measures a text; the length is in characters (code points). */
  public static AnswerStyle of(String text) {
    String prose = CODE.matcher(text).replaceAll("");
    return new AnswerStyle(
        text.codePointCount(0, text.length()),
        count(HEADER, prose),
        count(LIST_ITEM, prose),
        count(BOLD, prose));
  }

  private static int count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  /**
   * How this answer's style differs from another's, each in (−1, 1): length by its share of both
   * lengths, the Markdown elements by their density.
   */
  double[] differenceFrom(AnswerStyle other) {
    double lengths = length + other.length;
    return new double[] {
      lengths == 0 ? 0 : (length - other.length) / lengths,
      contrast(headers / (length + 1), other.headers / (other.length + 1)),
      contrast(listItems / (length + 1), other.listItems / (other.length + 1)),
      contrast(bolds / (length + 1), other.bolds / (other.length + 1))
    };
  }

  private static double contrast(double density, double otherDensity) {
    return (density - otherDensity) / (density + otherDensity + 1);
  }
}
