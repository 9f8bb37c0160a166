package io.plumbline.judgment.recorded;

import io.plumbline.judgment.reader.JudgeText;
import io.plumbline.judgment.reader.Reading;
import io.plumbline.judgment.verdict.Winner;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Two completions rated one by one with a whole number each: the higher wins, equal ratings are a
 * tie. LLMBar's authors instead give equal or unreadable ratings a winner by position.
 */
final class RatingPair {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,9}");

  Reading read(JudgeText first, JudgeText second) {
    OptionalInt one = number(first);
    OptionalInt other = number(second);
    if (one.isEmpty() || other.isEmpty()) {
      return Reading.unparseable("a rating is no whole number");
    }
    int order = Integer.compare(one.getAsInt(), other.getAsInt());
    if (order == 0) {
      return Reading.choice(Winner.TIE);
    }
    return Reading.choice(order > 0 ? Winner.FIRST : Winner.SECOND);
  }

  private static OptionalInt number(JudgeText text) {
    String stripped = text.text().strip();
    return WHOLE_NUMBER.matcher(stripped).matches()
        ? OptionalInt.of(Integer.parseInt(stripped))
        : OptionalInt.empty();
  }
}
