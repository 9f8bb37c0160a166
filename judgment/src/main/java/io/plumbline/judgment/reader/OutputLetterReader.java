package io.plumbline.judgment.reader;

import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "Output (a)" alone on the first or the last line, or a sentence that begins with "Output (a) is
 * better" or "Therefore, Output (a) is better": LLMBar's forms, read strictly. A label within a
 * sentence that weighs, reports or denies is no verdict, and contradicting verdicts are
 * UNPARSEABLE; {@link LlmBarReader} reads as LLMBar's authors did.
 */
public final class OutputLetterReader implements VerdictReader {
  private static final Pattern LABEL =
      Pattern.compile(
          "^[ \\t#*]{0,8}Output \\(([ab])\\)[ \\t.*]{0,8}$"
              + "|(?<!whether |if |that |neither |not |why |how )Output \\(([ab])\\) is better\\b",
          Pattern.MULTILINE);
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:^[ \\t#*>]{0,8}|[.!?:][\"”*)]{0,3}\\s{1,4})"
              + "(?:(?:Therefore|Thus|So|Hence|Overall|However|Finally|In conclusion|In summary),? )?"
              + "(?:[Bb]ased on (?:the|this|these|my)"
              + " (?:evaluations?|evaluation criteria|analysis|comparison), )?"
              + "Output \\([ab]\\) is better(?:[.!*]{1,4}(?:\\s|$)|[ \\t]{0,8}$"
              + "| because | since | as it )",
          Pattern.MULTILINE);
  private static final Pattern ALONE =
      Pattern.compile(
          "\\A[ \\t*]{0,8}Output \\([ab]\\)[ \\t.*]{0,8}$"
              + "|^[ \\t#*]{0,8}Output \\([ab]\\)[ \\t.*]{0,8}\\z",
          Pattern.MULTILINE);
  private final Agreement agreement =
      new Agreement(LABEL, OutputLetterReader::meaning, "Output (a) or Output (b) as a verdict");

  @Override
  public Reading read(JudgeText text) {
    Reading reading = agreement.read(text);
    String stripped = text.text().strip();
    return reading instanceof Reading.None
            || SENTENCE.matcher(stripped).find()
            || ALONE.matcher(stripped).find()
        ? reading
        : Reading.unparseable("Output (a) or Output (b) within a sentence or as a heading only");
  }

  private static Optional<Reading> meaning(Matcher match) {
    String label = match.group(1) == null ? match.group(2) : match.group(1);
    return Optional.of(Reading.choice(label.equals("a") ? Winner.FIRST : Winner.SECOND));
  }
}
