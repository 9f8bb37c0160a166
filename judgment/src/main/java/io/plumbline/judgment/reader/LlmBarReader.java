package io.plumbline.judgment.reader;

import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads LLMBar's judge texts as its authors' evaluate program does (Zeng et al. 2024, "Evaluating
 * Large Language Models at Evaluating Instruction Following", and its evaluator configurations).
 *
 * <p>Their rule depends on how the judge was asked. Strategies that ask for an explanation (CoT,
 * Swap_CoT) are searched for "Output (a) is better", those that ask for the answer alone for
 * "Output (a)" at the beginning of a line, and PaLM2's texts always so. Output (a) is looked for
 * first, and a text that holds both is read as (a): their quirk, kept here; {@link
 * OutputLetterReader} is the corrected reader.
 *
 * <p>Where the strategy is not known, the form of the text decides: a sentence "is better" first;
 * then the answer at the beginning of a line, in a text no longer than the 50 tokens that
 * answer-only strategies were given, or alone on its line in a longer one.
 */
public final class LlmBarReader implements VerdictReader {
  /** About 50 tokens, the answer-only strategies' limit. */
  private static final int ANSWER_ONLY_LENGTH = 300;

  private static final Rule EXPLAINED = Rule.of("Output \\(%s\\) is better.");
  private static final Rule ANSWER = Rule.of("(?:^|\\n) ?Output \\(%s\\)");
  private static final Rule ANSWER_ALONE =
      Rule.of("(?:^|\\n) ?Output \\(%s\\)[ \\t\\r.*]{0,8}(?:\\n|$)");

  @Override
  public Reading read(JudgeText text) {
    String stripped = text.text().strip();
    return winner(text, stripped)
        .map(Reading::choice)
        .or(() -> Refusal.in(text))
        .orElseGet(() -> Reading.unparseable("no Output (a) or Output (b) as the authors read it"));
  }

  private static Optional<Winner> winner(JudgeText text, String stripped) {
    if (text.evaluator().startsWith("PaLM")) {
      return ANSWER.read(stripped);
    }
    boolean isShort = stripped.length() <= ANSWER_ONLY_LENGTH;
    if (text.strategy().isEmpty()) {
      Rule byForm = isShort ? ANSWER : ANSWER_ALONE;
      return EXPLAINED.read(stripped).or(() -> byForm.read(stripped));
    }
    // Swap's text is its first question's explanation, or, where the orders disagreed, its second
    // question's answer of at most 50 tokens.
    if (text.strategy().equals("Swap")) {
      return EXPLAINED.read(stripped).or(() -> isShort ? ANSWER.read(stripped) : Optional.empty());
    }
    return (text.strategy().endsWith("CoT") ? EXPLAINED : ANSWER).read(stripped);
  }

  private record Rule(Pattern first, Pattern second) {
    static Rule of(String format) {
      return new Rule(
          Pattern.compile(String.format(format, "a")), Pattern.compile(String.format(format, "b")));
    }

    Optional<Winner> read(String text) {
      if (first.matcher(text).find()) {
        return Optional.of(Winner.FIRST);
      }
      return second.matcher(text).find() ? Optional.of(Winner.SECOND) : Optional.empty();
    }
  }
}
