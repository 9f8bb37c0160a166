package io.plumbline.judgment.synthesis;

import io.plumbline.judgment.verdict.Winner;
import java.util.OptionalDouble;

/** The probability that the winner is better, from the probability that the first one is. */
final class Oriented {
  private Oriented() {}

  static OptionalDouble of(OptionalDouble first, Winner winner) {
    return winner == Winner.FIRST || first.isEmpty()
        ? first
        : OptionalDouble.of(1 - first.getAsDouble());
  }
}
