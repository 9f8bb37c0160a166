package io.plumbline.judgment.synthesis;

import static java.util.Objects.requireNonNull;

/**
 * An answer that the generator wrote.
 *
 * @param round from 0 where a first answer comes before the rounds, else from 1
 * @param review what it was written after; empty for a first answer
 * @param instruction what the generator was told besides the prompt; may be empty
 */
public record Draft(int round, String text, String review, String instruction) {
  public Draft {
    requireNonNull(text, "text is null");
    requireNonNull(review, "review is null");
    requireNonNull(instruction, "instruction is null");
  }
}
