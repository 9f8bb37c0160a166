package io.plumbline.judgment.choice;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.VerdictState;
import java.util.Arrays;

/**
 * What a model chose.
 *
 * @param probabilities one per option as listed, summing to 1, where the state is OK; else empty. A
 *     choice read from a text has probability 1
 * @param graded whether they are the labels' own, and not of a choice read from a text
 */
public record ChoiceAnswer(
    VerdictState state, double[] probabilities, boolean graded, String text) {
  public ChoiceAnswer {
    requireNonNull(state, "state is null");
    requireNonNull(text, "text is null");
    probabilities = probabilities.clone();
    if ((probabilities.length > 0) != (state == VerdictState.OK)) {
      throw new IllegalArgumentException(
          "state " + state + " with " + probabilities.length + " probabilities");
    }
  }

  static ChoiceAnswer none(VerdictState state, String text) {
    return new ChoiceAnswer(state, new double[0], false, text);
  }

  public boolean isReadable() {
    return state == VerdictState.OK;
  }

  /** Whether the model answered and chose nothing; a call that failed says nothing of the model. */
  public boolean isDeclined() {
    return state == VerdictState.REFUSED || state == VerdictState.UNPARSEABLE;
  }

  /** Of an option as listed; NaN where there is no answer. */
  public double probability(int option) {
    return isReadable() ? probabilities[option] : Double.NaN;
  }

  /** The likeliest option, the first of equals; −1 where there is no answer. */
  public int choice() {
    int best = isReadable() ? 0 : -1;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }

  /** The answer to the question before {@link ChoiceQuestion#rotated} by so many places. */
  public ChoiceAnswer unrotated(int places) {
    double[] original = new double[probabilities.length];
    for (int i = 0; i < original.length; i++) {
      original[(i + places) % original.length] = probabilities[i];
    }
    return new ChoiceAnswer(state, original, graded, text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChoiceAnswer answer
        && state == answer.state
        && graded == answer.graded
        && text.equals(answer.text)
        && Arrays.equals(probabilities, answer.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * state.hashCode() + text.hashCode();
  }
}
