package io.plumbline.judgment.summary;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a summary needs of one verdict.
 *
 * @param cluster such as the prompt that the comparison belongs to
 * @param winner present exactly when the state is OK
 * @param probability that the first completion is better, where given
 * @param readInBothOrders whether either order had a readable verdict
 */
public record ClusteredVerdict(
    String cluster,
    VerdictState state,
    Optional<Winner> winner,
    OptionalDouble probability,
    boolean readInBothOrders) {
  public ClusteredVerdict {
    requireNonNull(cluster, "cluster is null");
    requireNonNull(state, "state is null");
    requireNonNull(winner, "winner is null");
    requireNonNull(probability, "probability is null");
  }

  public static ClusteredVerdict of(String cluster, Verdict verdict) {
    return new ClusteredVerdict(
        cluster,
        verdict.state(),
        verdict.winner(),
        verdict.probability(),
        verdict.forward().state() == VerdictState.OK
            && verdict.reverse().map(order -> order.state() == VerdictState.OK).orElse(false));
  }
}
