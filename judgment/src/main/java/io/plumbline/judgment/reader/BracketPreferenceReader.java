package io.plumbline.judgment.reader;

import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code [[A>>B]]}, {@code [[A>B]]}, {@code [[A=B]]}, {@code [[B>A]]}, {@code [[B>>A]]}:
 * Arena-Hard's form (Li et al. 2024, "From Crowdsourced Data to High-Quality Benchmarks"), also
 * with {@code <}. As there, different labels in one text are no verdict.
 */
public final class BracketPreferenceReader implements VerdictReader {
  private static final Pattern LABEL = Pattern.compile("\\[\\[([AB])(>>|>|=|<|<<)([AB])\\]\\]");
  private final Agreement agreement =
      new Agreement(LABEL, BracketPreferenceReader::meaning, "[[A>>B]], [[A>B]], [[A=B]], …");

  @Override
  public Reading read(JudgeText text) {
    return agreement.read(text);
  }

  private static Optional<Reading> meaning(Matcher match) {
    if (match.group(1).equals(match.group(3))) {
      return Optional.empty();
    }
    String sign = match.group(2);
    if (sign.equals("=")) {
      return Optional.of(Reading.choice(Winner.TIE));
    }
    boolean leftWins = sign.charAt(0) == '>';
    boolean leftIsFirst = match.group(1).equals("A");
    return Optional.of(
        new Reading.Choice(
            leftWins == leftIsFirst ? Winner.FIRST : Winner.SECOND, sign.length() == 2));
  }
}
