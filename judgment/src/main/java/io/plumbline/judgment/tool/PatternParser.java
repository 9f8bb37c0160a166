package io.plumbline.judgment.tool;

import io.plumbline.judgment.tool.PatternStep.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Compiles a regular expression into at most 1,000 steps: characters, classes, {@code .}, {@code ^
 * $ \b \B}, groups, alternatives, and {@code * + ? {n} {n,} {n,m}}, greedy or lazy, in {@link
 * Pattern}'s notation. What no automaton can do (a reference back, a look ahead) is refused. Source
 * of the steps: Thompson 1968, "Regular Expression Search Algorithm".
 */
final class PatternParser {
  private static final int DEEPEST = 50;
  private static final int MOST_STEPS = 1_000;
  private static final int LARGEST_COUNT = 1_000;
  private static final String IGNORING_CASE = "(?i)";
  private static final Pattern CLASS = Pattern.compile("\\[(?:\\\\.|[^\\[\\]\\\\])++\\]");
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:[dDwWsStnrf]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[pP](?:[A-Z]|\\{[^{}]{1,40}\\})"
              + "|[^A-Za-z0-9])");
  private static final Pattern COUNT = Pattern.compile("\\{\\d{1,9}(?:,(?:\\d{1,9})?)?\\}");

  private final String text;
  private final boolean ignoresCase;
  private int at;

  private PatternParser(String text) {
    this.text = text;
    this.ignoresCase = text.startsWith(IGNORING_CASE);
    this.at = ignoresCase ? IGNORING_CASE.length() : 0;
  }

  /**
   * @throws IllegalArgumentException saying what of the expression is wrong, too large or not known
   */
  static List<PatternStep> parse(String expression) {
    PatternParser parser = new PatternParser(expression);
    List<PatternStep> steps = parser.alternatives(0);
    if (parser.at < expression.length()) {
      throw new IllegalArgumentException("a bracket is closed that was not opened");
    }
    return steps;
  }

  private List<PatternStep> alternatives(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deep");
    }
    List<List<PatternStep>> all = new ArrayList<>();
    do {
      all.add(sequence(depth));
    } while (taken('|'));
    List<PatternStep> steps = all.get(all.size() - 1);
    for (int i = all.size() - 2; i >= 0; i--) {
      List<PatternStep> one = all.get(i);
      steps =
          joined(
              List.of(new PatternStep.Fork(1, one.size() + 2)),
              one,
              List.of(new PatternStep.Jump(steps.size() + 1)),
              steps);
    }
    return steps;
  }

  private List<PatternStep> sequence(int depth) {
    List<PatternStep> steps = List.of();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      steps = joined(steps, quantified(atom(depth)));
    }
    return steps;
  }

  private List<PatternStep> atom(int depth) {
    if (taken('(')) {
      if (taken('?') && !taken(':')) {
        throw new IllegalArgumentException("of the groups that begin with ? only (?: is known");
      }
      List<PatternStep> inner = alternatives(depth + 1);
      if (!taken(')')) {
        throw new IllegalArgumentException("a bracket is not closed");
      }
      return inner;
    }
    if (taken('^')) {
      return List.of(Place.START);
    }
    if (taken('$')) {
      return List.of(Place.END);
    }
    if (text.startsWith("\\b", at) || text.startsWith("\\B", at)) {
      at += 2;
      return List.of(text.charAt(at - 1) == 'b' ? Place.WORD_EDGE : Place.NO_WORD_EDGE);
    }
    return List.of(one());
  }

  private PatternStep one() {
    int first = text.codePointAt(at);
    if ("*+?{".indexOf(first) >= 0) {
      throw new IllegalArgumentException("nothing to repeat at place " + (at + 1));
    }
    if (first == '[') {
      return fitting(token(CLASS, "a class that is closed and holds no other"), 0);
    }
    if (first == '\\') {
      return fitting(token(ESCAPE, "an escape that is known here"), 0);
    }
    at += Character.charCount(first);
    if (first == '.') {
      return fitting(".", 0);
    }
    return ignoresCase
        ? fitting(Character.toString(first), Pattern.LITERAL)
        : new PatternStep.One(character -> character == first);
  }

  private String token(Pattern form, String wanted) {
    Matcher matcher = form.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new IllegalArgumentException("at place " + (at + 1) + " is not " + wanted);
    }
    at = matcher.end();
    return matcher.group();
  }

  private PatternStep fitting(String token, int flags) {
    int all = flags | (ignoresCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    try {
      Pattern one = Pattern.compile(token, all);
      return new PatternStep.One(character -> one.matcher(Character.toString(character)).matches());
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(wrong.getDescription(), wrong);
    }
  }

  private List<PatternStep> quantified(List<PatternStep> body) {
    int least;
    int most;
    if (taken('*')) {
      least = 0;
      most = Integer.MAX_VALUE;
    } else if (taken('+')) {
      least = 1;
      most = Integer.MAX_VALUE;
    } else if (taken('?')) {
      least = 0;
      most = 1;
    } else if (at < text.length() && text.charAt(at) == '{') {
      String token = token(COUNT, "a count such as {2} or {2,5}");
      String[] counts = token.substring(1, token.length() - 1).split(",", -1);
      least = counted(counts[0]);
      most =
          counts.length == 1 ? least : counts[1].isEmpty() ? Integer.MAX_VALUE : counted(counts[1]);
    } else {
      return body;
    }
    if (most < least) {
      throw new IllegalArgumentException("a count must not fall");
    }
    return repeated(body, least, most, !taken('?'));
  }

  private static int counted(String digits) {
    int count = Integer.parseInt(digits);
    if (count > LARGEST_COUNT) {
      throw new IllegalArgumentException("a count must be at most " + LARGEST_COUNT);
    }
    return count;
  }

  private static List<PatternStep> repeated(
      List<PatternStep> body, int least, int most, boolean greedy) {
    if (body.isEmpty()) {
      return body;
    }
    List<PatternStep> steps = List.of();
    for (int i = 0; i < least; i++) {
      steps = joined(steps, body);
    }
    if (most == Integer.MAX_VALUE) {
      return joined(
          steps,
          List.of(fork(body.size() + 2, greedy)),
          body,
          List.of(new PatternStep.Jump(-body.size() - 1)));
    }
    for (int i = least; i < most; i++) {
      steps = joined(steps, List.of(fork(body.size() + 1, greedy)), body);
    }
    return steps;
  }

  private static PatternStep fork(int past, boolean greedy) {
    return greedy ? new PatternStep.Fork(1, past) : new PatternStep.Fork(past, 1);
  }

  @SafeVarargs
  private static List<PatternStep> joined(List<PatternStep>... parts) {
    List<PatternStep> all = new ArrayList<>();
    for (List<PatternStep> part : parts) {
      all.addAll(part);
      if (all.size() > MOST_STEPS) {
        throw new IllegalArgumentException("the expression is too long");
      }
    }
    return all;
  }

  private boolean taken(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }
}
