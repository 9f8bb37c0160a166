package io.plumbline.judgment.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Combines what a judge said in both orders into one verdict.
 *
 * <p>Two readable orders with the same winner are OK, with different winners (a tie on one side
 * only counts as different) INCONSISTENT. An order without a verdict gives the whole its state; if
 * neither order has one, the graver state counts: FAILED, REFUSED, NO_LOGPROBS, UNPARSEABLE. The
 * probability is the mean of both orders' where both gave one. Judging in both orders and counting
 * only agreement: Zheng et al. 2023, "Judging LLM-as-a-Judge", section 3.4, except that
 * disagreement stays visible and does not become a tie.
 */
public final class BothOrders {
  private static final List<VerdictState> GRAVEST_FIRST =
      List.of(
          VerdictState.FAILED,
          VerdictState.REFUSED,
          VerdictState.NO_LOGPROBS,
          VerdictState.UNPARSEABLE);

  private BothOrders() {}

  /** Both verdicts refer to the comparison's own order. */
  public static Verdict combine(OrderVerdict forward, OrderVerdict reverse) {
    OptionalDouble probability = mean(forward.probability(), reverse.probability());
    for (VerdictState state : GRAVEST_FIRST) {
      if (forward.state() == state) {
        return verdict(state, probability, forward, reverse, "first order: " + forward.detail());
      }
      if (reverse.state() == state) {
        return verdict(state, probability, forward, reverse, "second order: " + reverse.detail());
      }
    }
    if (forward.winner().equals(reverse.winner())) {
      return new Verdict(
          VerdictState.OK, forward.winner(), probability, forward, Optional.of(reverse), "");
    }
    return verdict(
        VerdictState.INCONSISTENT,
        probability,
        forward,
        reverse,
        "first order: " + forward.winner().get() + ", second order: " + reverse.winner().get());
  }

  private static Verdict verdict(
      VerdictState state,
      OptionalDouble probability,
      OrderVerdict forward,
      OrderVerdict reverse,
      String detail) {
    return new Verdict(state, Optional.empty(), probability, forward, Optional.of(reverse), detail);
  }

  private static OptionalDouble mean(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of((one.getAsDouble() + other.getAsDouble()) / 2)
        : OptionalDouble.empty();
  }
}
