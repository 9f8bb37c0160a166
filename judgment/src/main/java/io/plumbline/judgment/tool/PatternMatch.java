package io.plumbline.judgment.tool;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Whether a regular expression occurs in a text, and how often; the syntax is RE2's. A judge copies
 * expressions from the answers that it judges, and those could keep a backtracking search busy for
 * ever: RE2/J follows all ways of matching at once, in a time that grows with expression and text.
 */
final class PatternMatch implements Tool {
  private static final int MOST_WRITTEN_OUT = 10_000;
  private static final long MOST_WORK = 4_000_000;

  @Override
  public String name() {
    return "regex";
  }

  @Override
  public String usage() {
    return "regex: /expression/ and a text, for how often it occurs, such as /\\d+/ 12 of 30";
  }

  @Override
  public String run(String input) {
    int end = input.indexOf("/ ", 1);
    if (!input.startsWith("/") || end < 0) {
      throw new IllegalArgumentException("write /expression/ and the text after a space");
    }
    int found = count(compiled(input.substring(1, end)), input.substring(end + 2));
    return found + (found == 1 ? " match" : " matches");
  }

  private static Pattern compiled(String expression) {
    if (new WrittenOut(MOST_WRITTEN_OUT).isExceededBy(expression)) {
      throw new IllegalArgumentException("the expression's counts are too large");
    }
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(wrong.getDescription() + ": " + wrong.getPattern(), wrong);
    }
  }

  private static int count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    long left = MOST_WORK;
    int found = 0;
    for (int from = 0; ; from = matcher.end()) {
      // What the next search may cost: every place of the program at every character left.
      left -= (long) pattern.programSize() * (text.length() - from + 1);
      if (left < 0) {
        throw new IllegalArgumentException("the expression takes too long");
      }
      if (!matcher.find()) {
        return found;
      }
      found++;
    }
  }
}
