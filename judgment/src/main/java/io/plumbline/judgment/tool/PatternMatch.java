package io.plumbline.judgment.tool;

/**
 * Whether a regular expression occurs in a text, and how often. The search is an automaton's, whose
 * work is counted, and not {@link java.util.regex.Matcher}'s: a judge copies expressions from the
 * answers that it judges, and those can keep a backtracking search busy for ever.
 */
final class PatternMatch implements Tool {
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
    int found =
        new PatternSearch(PatternParser.parse(input.substring(1, end)), input.substring(end + 2))
            .count();
    return found + (found == 1 ? " match" : " matches");
  }
}
