package io.plumbline.judgment.verdict;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
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
 * @param transcript what was written before the verdict, in its order, and what every sample or
 *     juror answered
 */
public record Verdict(
    VerdictState state,
    Optional<Winner> winner,
    OptionalDouble probability,
    OrderVerdict forward,
    Optional<OrderVerdict> reverse,
    String detail,
    List<TranscriptEntry> transcript) {
  public Verdict {
    requireNonNull(state, "state is null");
    requireNonNull(probability, "probability is null");
    requireNonNull(forward, "forward is null");
    requireNonNull(reverse, "reverse is null");
    requireNonNull(detail, "detail is null");
    transcript = List.copyOf(transcript);
    if (winner.isPresent() != (state == VerdictState.OK)) {
      throw new IllegalArgumentException("state " + state + " with winner " + winner);
    }
  }

  /** A verdict before which nothing was written. */
  public Verdict(
      VerdictState state,
      Optional<Winner> winner,
      OptionalDouble probability,
      OrderVerdict forward,
      Optional<OrderVerdict> reverse,
      String detail) {
    this(state, winner, probability, forward, reverse, detail, List.of());
  }

  /** The verdict of a judge that cannot see the order. */
  public static Verdict symmetric(OrderVerdict only) {
    return new Verdict(
        only.state(), only.winner(), only.probability(), only, Optional.empty(), only.detail());
  }

  /** The same verdict with another transcript. */
  public Verdict with(List<TranscriptEntry> entries) {
    return new Verdict(state, winner, probability, forward, reverse, detail, entries);
  }

  /** The same verdict with what was written before all else. */
  public Verdict after(List<TranscriptEntry> earlier) {
    List<TranscriptEntry> all = new ArrayList<>(earlier);
    all.addAll(transcript);
    return with(all);
  }

  /** All texts: the transcript, and the answers in both orders where it does not hold answers. */
  public List<TranscriptEntry> said() {
    List<TranscriptEntry> all = new ArrayList<>(transcript);
    if (all.stream().noneMatch(entry -> entry.stage().equals(TranscriptEntry.VERDICT))) {
      add(all, ShownOrder.FORWARD, forward);
      reverse.ifPresent(order -> add(all, ShownOrder.REVERSE, order));
    }
    return all;
  }

  private void add(List<TranscriptEntry> all, ShownOrder shown, OrderVerdict order) {
    if (order.rawText().isEmpty()) {
      return;
    }
    all.add(
        reverse.isPresent()
            ? TranscriptEntry.written(TranscriptEntry.VERDICT, shown, order.rawText())
            : TranscriptEntry.written(TranscriptEntry.VERDICT, order.rawText()));
  }
}
