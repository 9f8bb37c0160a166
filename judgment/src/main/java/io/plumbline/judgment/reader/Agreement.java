package io.plumbline.judgment.reader;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads every place where a pattern matches and accepts the text only if all of them say the same
 * and the words around take none back: a judge that quotes a candidate's "[[A]]" and then says
 * "[[B]]" has given no verdict, nor has one that says "not [[A]]".
 */
final class Agreement {
  /** No judge says its verdict more often, and every mark costs a look around it. */
  private static final int MOST_MARKS = 100;

  private final Pattern pattern;
  private final Function<Matcher, Optional<Reading>> meaning;
  private final String form;

  /**
   * @param meaning what one match says; empty for a match that says nothing
   * @param form how the verdict should look, for the reason given when there is none
   */
  Agreement(Pattern pattern, Function<Matcher, Optional<Reading>> meaning, String form) {
    this.pattern = pattern;
    this.meaning = meaning;
    this.form = form;
  }

  Reading read(JudgeText text) {
    Matcher matcher = pattern.matcher(text.text());
    Set<Reading> found = new LinkedHashSet<>();
    for (int marks = 1; found.size() < 2 && matcher.find(); marks++) {
      if (marks > MOST_MARKS) {
        return Reading.unparseable("more than " + MOST_MARKS + " verdicts");
      }
      Optional<Reading> reading = meaning.apply(matcher);
      if (reading.isPresent() && Denial.isAround(text.text(), matcher.start(), matcher.end())) {
        return Reading.unparseable("a verdict that its own sentence takes back or leaves open");
      }
      reading.ifPresent(found::add);
    }
    if (found.size() == 1) {
      return found.iterator().next();
    }
    if (found.isEmpty()) {
      return Refusal.in(text).orElse(Reading.unparseable("no " + form));
    }
    return Reading.unparseable("contradictory verdicts: " + found);
  }
}
