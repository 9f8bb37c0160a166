package io.plumbline.judgment.audit;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.protocol.Question;
import java.util.OptionalDouble;

/**
 * A comparison to audit with.
 *
 * @param gold what a trusted judgment gives the first completion, in [0, 1]: 1 for a win, 0 for a
 *     loss, 0.5 for a tie, or a probability; empty where none is known
 */
public record AuditPair(Question question, OptionalDouble gold) {
  public AuditPair {
    requireNonNull(question, "question is null");
    gold.ifPresent(
        value -> {
          if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("gold is " + value + ", not in [0, 1]");
          }
        });
  }

  String cluster() {
    return question.comparison().cluster();
  }
}
