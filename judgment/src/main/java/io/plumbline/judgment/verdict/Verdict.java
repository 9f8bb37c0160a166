package io.plumbline.judgment.verdict;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The outcome of one comparison.
 *
 * @param winner present exactly when the state is OK
 * @param probability that the first completion is better, the mean over both orders; absent where
 *     either order gave none
 * @param forward the first completion shown first
 * @param reverse the second shown first; absent for a judge that is symmetric by construction
 */
public record Verdict(
    VerdictState state,
    Optional<Winner> winner,
    OptionalDouble probability,
    OrderVerdict forward,
    Optional<OrderVerdict> reverse,
    String detail) {
  public Verdict {
    requireNonNull(state, "state is null");
    requireNonNull(probability, "probability is null");
    requireNonNull(forward, "forward is null");
    requireNonNull(reverse, "reverse is null");
    requireNonNull(detail, "detail is null");
    if (winner.isPresent() != (state == VerdictState.OK)) {
      throw new IllegalArgumentException("state " + state + " with winner " + winner);
    }
  }

  /** The verdict of a judge that cannot see the order. */
  public static Verdict symmetric(OrderVerdict only) {
    return new Verdict(
        only.state(), only.winner(), only.probability(), only, Optional.empty(), only.detail());
  }
}
