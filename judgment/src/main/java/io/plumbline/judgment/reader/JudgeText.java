package io.plumbline.judgment.reader;

import static java.util.Objects.requireNonNull;

/**
 * What a judge wrote, and how it came about as far as known.
 *
 * @param stopReason why the judge stopped, such as {@code stop} or {@code content_filter}; may be
 *     empty
 * @param evaluator the judge model's name in recorded data; may be empty
 * @param strategy the prompting strategy's name in recorded data; may be empty
 */
public record JudgeText(String text, String stopReason, String evaluator, String strategy) {
  public JudgeText {
    requireNonNull(text, "text is null");
    requireNonNull(stopReason, "stopReason is null");
    requireNonNull(evaluator, "evaluator is null");
    requireNonNull(strategy, "strategy is null");
  }

  /** A text of which nothing else is known. */
  public static JudgeText of(String text) {
    return new JudgeText(text, "", "", "");
  }
}
