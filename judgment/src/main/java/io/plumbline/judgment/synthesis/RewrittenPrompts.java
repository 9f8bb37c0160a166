package io.plumbline.judgment.synthesis;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reviewer made of the generator's instruction and the judge's criterion.
 *
 * @param instruction of at most 2,000 characters
 * @param principle of at most 2,000 characters
 */
record RewrittenPrompts(String instruction, String principle) {
  private static final int LONGEST = 2_000;
  private static final Pattern BOTH = Pattern.compile("(?s)INSTRUCTION:(.+?)\\nCRITERION:(.+)");

  RewrittenPrompts {
    requireNonNull(instruction, "instruction is null");
    requireNonNull(principle, "principle is null");
  }

  /** Empty where the text does not hold both, once each. */
  static Optional<RewrittenPrompts> in(String text) {
    Matcher matcher = BOTH.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String instruction = matcher.group(1).strip();
    String principle = matcher.group(2).strip();
    boolean clear =
        !instruction.isEmpty()
            && !principle.isEmpty()
            && !instruction.contains("INSTRUCTION:")
            && !principle.contains("CRITERION:")
            && !principle.contains("INSTRUCTION:");
    return clear
        ? Optional.of(new RewrittenPrompts(cut(instruction), cut(principle)))
        : Optional.empty();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
