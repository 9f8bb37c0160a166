package io.plumbline.judgment.reader;

import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "Output (a)" on a line of its own, or "Output (a) is better": LLMBar's forms, read strictly. A
 * label within a sentence that weighs both is no verdict, and contradicting verdicts are
 * UNPARSEABLE; {@link LlmBarReader} reads as LLMBar's authors did.
 */
public final class OutputLetterReader implements VerdictReader {
  private static final Pattern LABEL =
      Pattern.compile(
          "^[ \\t#*]{0,8}Output \\(([ab])\\)[ \\t.*]{0,8}$"
              + "|(?<!whether |if |that |neither |not |why |how )Output \\(([ab])\\) is better\\b",
          Pattern.MULTILINE);
  private final Agreement agreement =
      new Agreement(LABEL, OutputLetterReader::meaning, "Output (a) or Output (b) as a verdict");

  @Override
  public Reading read(JudgeText text) {
    return agreement.read(text);
  }

  private static Optional<Reading> meaning(Matcher match) {
    String label = match.group(1) == null ? match.group(2) : match.group(1);
    return Optional.of(Reading.choice(label.equals("a") ? Winner.FIRST : Winner.SECOND));
  }
}
