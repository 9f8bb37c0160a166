package io.plumbline.judgment.reader;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;

/** What a reader made of a text, in the order that the judge was shown. */
public sealed interface Reading {

  /**
   * The judge chose.
   *
   * @param decisive whether the judge called it much better ({@code >>})
   */
  record Choice(Winner winner, boolean decisive) implements Reading {
    public Choice {
      requireNonNull(winner, "winner is null");
    }
  }

  /** The judge gave a number, on its own scale. */
  record Score(double value) implements Reading {
    public Score {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value is " + value + ", not a finite number");
      }
    }
  }

  /** There is no verdict: UNPARSEABLE or REFUSED, and why. */
  record None(VerdictState state, String reason) implements Reading {
    public None {
      requireNonNull(reason, "reason is null");
      if (state != VerdictState.UNPARSEABLE && state != VerdictState.REFUSED) {
        throw new IllegalArgumentException("state is " + state + " for a text without a verdict");
      }
    }
  }

  /** A plain choice. */
  static Reading choice(Winner winner) {
    return new Choice(winner, false);
  }

  /** No verdict could be read. */
  static Reading unparseable(String reason) {
    return new None(VerdictState.UNPARSEABLE, reason);
  }
}
