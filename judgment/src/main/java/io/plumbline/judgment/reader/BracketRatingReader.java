package io.plumbline.judgment.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code [[7]]} or {@code [[7.5]]}: MT-bench's single-answer form, on a scale of 1 to 10 (Zheng et
 * al. 2023, appendix A). A number off the scale is UNPARSEABLE, and so are contradicting numbers.
 */
public final class BracketRatingReader implements VerdictReader {
  private static final Pattern RATING = Pattern.compile("\\[\\[(\\d{1,3}(?:\\.\\d{1,6})?)\\]\\]");
  private static final double LOWEST = 1;
  private static final double HIGHEST = 10;
  private final Agreement agreement =
      new Agreement(RATING, BracketRatingReader::meaning, "[[rating]] from 1 to 10");

  @Override
  public Reading read(JudgeText text) {
    return agreement.read(text);
  }

  private static Optional<Reading> meaning(Matcher match) {
    double value = Double.parseDouble(match.group(1));
    return Optional.of(
        value >= LOWEST && value <= HIGHEST
            ? new Reading.Score(value)
            : Reading.unparseable(value + " is not from 1 to 10"));
  }
}
