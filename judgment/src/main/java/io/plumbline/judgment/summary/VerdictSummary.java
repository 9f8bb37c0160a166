package io.plumbline.judgment.summary;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one judge's verdicts come to.
 *
 * @param winRate of the first side over the verdicts that are OK; empty where none is
 * @param meanProbability that the first side is better, over the verdicts that have one
 * @param inconsistentShare INCONSISTENT over the comparisons with two readable orders, in [0, 1];
 *     empty where there is none, as for judges that cannot see the order
 * @param states how many verdicts ended in each state; states that did not occur are absent
 */
public record VerdictSummary(
    Optional<WinRateEstimate> winRate,
    OptionalDouble meanProbability,
    OptionalDouble inconsistentShare,
    Map<VerdictState, Long> states) {
  public VerdictSummary {
    requireNonNull(winRate, "winRate is null");
    requireNonNull(meanProbability, "meanProbability is null");
    requireNonNull(inconsistentShare, "inconsistentShare is null");
    states = Map.copyOf(states);
  }

  /**
   * @param level of the win rate's interval, in (0, 1)
   */
  public static VerdictSummary of(List<ClusteredVerdict> verdicts, double level) {
    List<Winner> winners = new ArrayList<>();
    List<String> clusters = new ArrayList<>();
    Map<VerdictState, Long> states = new EnumMap<>(VerdictState.class);
    for (ClusteredVerdict clustered : verdicts) {
      states.merge(clustered.state(), 1L, Long::sum);
      clustered
          .winner()
          .ifPresent(
              winner -> {
                winners.add(winner);
                clusters.add(clustered.cluster());
              });
    }
    return new VerdictSummary(
        WinRateEstimate.of(winners, clusters, level),
        verdicts.stream()
            .map(ClusteredVerdict::probability)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .average(),
        inconsistentShare(verdicts),
        states);
  }

  private static OptionalDouble inconsistentShare(List<ClusteredVerdict> verdicts) {
    return verdicts.stream()
        .filter(ClusteredVerdict::readInBothOrders)
        .mapToDouble(verdict -> verdict.state() == VerdictState.INCONSISTENT ? 1 : 0)
        .average();
  }
}
