package io.plumbline.judgment.verdict;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a judge said when it saw the two completions in one order; winner and probability refer to
 * the comparison's own order, whatever order was shown.
 *
 * @param winner present exactly when the state is OK
 * @param probability that the comparison's first completion is better, in [0, 1], where given; a
 *     tie that the judge could call counts half
 * @param rawText the judge's own words; empty where it has none
 * @param detail why there is no verdict; empty when the state is OK
 */
public record OrderVerdict(
    VerdictState state,
    Optional<Winner> winner,
    OptionalDouble probability,
    String rawText,
    String detail) {
  public OrderVerdict {
    requireNonNull(state, "state is null");
    requireNonNull(probability, "probability is null");
    requireNonNull(rawText, "rawText is null");
    requireNonNull(detail, "detail is null");
    if (winner.isPresent() != (state == VerdictState.OK)) {
      throw new IllegalArgumentException("state " + state + " with winner " + winner);
    }
  }

  /** A readable verdict without a probability. */
  public static OrderVerdict ok(Winner winner, String rawText) {
    return new OrderVerdict(
        VerdictState.OK, Optional.of(winner), OptionalDouble.empty(), rawText, "");
  }

  /** A readable verdict whose winner is the more probable one. */
  public static OrderVerdict ofProbability(double probability, String rawText) {
    return ofProbability(Winner.ofProbability(probability), probability, rawText);
  }

  /** A readable verdict of a judge that could also have called a tie. */
  public static OrderVerdict ofProbability(Winner winner, double probability, String rawText) {
    return new OrderVerdict(
        VerdictState.OK, Optional.of(winner), OptionalDouble.of(probability), rawText, "");
  }

  /** No verdict, with its reason. */
  public static OrderVerdict none(VerdictState state, String rawText, String detail) {
    return new OrderVerdict(state, Optional.empty(), OptionalDouble.empty(), rawText, detail);
  }

  /** The same verdict seen from the comparison with its completions exchanged. */
  public OrderVerdict swapped() {
    return new OrderVerdict(
        state,
        winner.map(Winner::swapped),
        probability.isPresent()
            ? OptionalDouble.of(1 - probability.getAsDouble())
            : OptionalDouble.empty(),
        rawText,
        detail);
  }
}
