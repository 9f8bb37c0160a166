package io.plumbline.judgment.reader;

import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code [RESULT] 4} (1 to 5) or {@code [RESULT] A}: Prometheus' forms (Kim et al. 2024,
 * "Prometheus 2", appendix). The value may stand in parentheses or after a colon.
 */
public final class ResultReader implements VerdictReader {
  private static final Pattern RESULT =
      Pattern.compile(
          "\\[RESULT\\][:\\s]{0,4}\\(?([1-5]|[AB])(?![\\w.]\\w|\\w)", Pattern.CASE_INSENSITIVE);
  private final Agreement agreement =
      new Agreement(RESULT, ResultReader::meaning, "[RESULT] with 1 to 5, A or B");

  @Override
  public Reading read(JudgeText text) {
    return agreement.read(text);
  }

  private static Optional<Reading> meaning(Matcher match) {
    char value = Character.toUpperCase(match.group(1).charAt(0));
    if (value == 'A' || value == 'B') {
      return Optional.of(Reading.choice(value == 'A' ? Winner.FIRST : Winner.SECOND));
    }
    return Optional.of(new Reading.Score(value - '0'));
  }
}
