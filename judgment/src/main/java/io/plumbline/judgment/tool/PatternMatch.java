package io.plumbline.judgment.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether a regular expression occurs in a text, and how often. */
final class PatternMatch implements Tool {
  private static final int MOST_LOOKS = 200_000;

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
    try {
      Matcher matcher =
          Pattern.compile(input.substring(1, end))
              .matcher(new CountedText(input.substring(end + 2), new int[] {MOST_LOOKS}));
      int found = 0;
      while (matcher.find()) {
        found++;
      }
      return found + (found == 1 ? " match" : " matches");
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(wrong.getDescription(), wrong);
    } catch (StackOverflowError deep) {
      throw new IllegalArgumentException("the expression is too complex", deep);
    }
  }

  /** A text that ends a search which looks at it too often: backtracking can be without end. */
  private record CountedText(String text, int[] left) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new IllegalArgumentException("the expression takes too long");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountedText(text.substring(start, end), left);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
