package io.plumbline.judgment.reader;

import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code [RESULT] 4} (1 to 5) or {@code [RESULT] A}: Prometheus' forms (Kim et al. 2024,
 * "Prometheus 2", appendix). The value may stand in brackets, after a colon or "out of 5", and ends
 * its line: "[RESULT] A tie" is UNPARSEABLE, as are contradicting results.
 */
public final class ResultReader implements VerdictReader {
  private static final Pattern RESULT =
      Pattern.compile(
          "(?i:\\[RESULT\\])[:\\s]{0,4}[(\\[*\"]{0,3}(?:(?<score>[1-5])|(?<letter>[AB]))(?!\\w)"
              + "(?<rest>[^\\r\\n]*)");
  private static final String END =
      "[)\\]*\"]{0,3}[.!]?[*\"]{0,3}\\s{0,8}(?:</s>|<\\|\\w{1,20}\\|>)?\\s*";
  private static final Pattern AFTER_LETTER = Pattern.compile(END);
  private static final Pattern AFTER_SCORE = Pattern.compile("(?:\\s?/\\s?5|\\s?out of 5)?" + END);
  private final Agreement agreement =
      new Agreement(RESULT, ResultReader::meaning, "[RESULT] with 1 to 5, A or B");

  @Override
  public Reading read(JudgeText text) {
    return agreement.read(text);
  }

  private static Optional<Reading> meaning(Matcher match) {
    String letter = match.group("letter");
    Pattern end = letter == null ? AFTER_SCORE : AFTER_LETTER;
    if (!end.matcher(match.group("rest")).matches()) {
      return Optional.of(Reading.unparseable("[RESULT] goes on after its value"));
    }
    return Optional.of(
        letter == null
            ? new Reading.Score(Integer.parseInt(match.group("score")))
            : Reading.choice(letter.equals("A") ? Winner.FIRST : Winner.SECOND));
  }
}
