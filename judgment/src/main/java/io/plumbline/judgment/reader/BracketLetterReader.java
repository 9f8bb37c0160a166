package io.plumbline.judgment.reader;

import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code [[A]]}, {@code [[B]]}, or {@code [[C]]} for a tie: MT-bench's pairwise form (Zheng et al.
 * 2023, appendix A). Unlike FastChat, which takes the first label it looks for, contradicting
 * labels are UNPARSEABLE.
 */
public final class BracketLetterReader implements VerdictReader {
  private static final Pattern LABEL = Pattern.compile("\\[\\[([ABC])\\]\\]");
  private final Agreement agreement =
      new Agreement(LABEL, BracketLetterReader::meaning, "[[A]], [[B]] or [[C]]");

  @Override
  public Reading read(JudgeText text) {
    return agreement.read(text);
  }

  private static Optional<Reading> meaning(Matcher match) {
    return Optional.of(
        Reading.choice(
            switch (match.group(1)) {
              case "A" -> Winner.FIRST;
              case "B" -> Winner.SECOND;
              default -> Winner.TIE;
            }));
  }
}
