package io.plumbline.judgment.verdict;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Several verdicts on one comparison as one: the winner that more than half of the jurors whose
 * verdict is OK name. Without such a winner it is INCONSISTENT; if no juror has a verdict, the
 * first one's state stands. Source: Arif et al. 2024, "The Fellowship of the LLMs"
 * (LLMs-as-a-jury); METHODS 95.
 */
public final class Jury {
  private Jury() {}

  /**
   * @param verdicts at least one; orders and text of the first stand for all
   */
  public static Verdict majority(List<Verdict> verdicts) {
    Verdict first = verdicts.get(0);
    Map<Winner, Integer> votes = new EnumMap<>(Winner.class);
    verdicts.forEach(
        verdict -> verdict.winner().ifPresent(name -> votes.merge(name, 1, Integer::sum)));
    int jurors = votes.values().stream().mapToInt(Integer::intValue).sum();
    if (jurors == 0) {
      return first;
    }
    Optional<Winner> winner =
        votes.entrySet().stream()
            .filter(entry -> 2 * entry.getValue() > jurors)
            .map(Map.Entry::getKey)
            .findFirst();
    return new Verdict(
        winner.isPresent() ? VerdictState.OK : VerdictState.INCONSISTENT,
        winner,
        mean(verdicts),
        first.forward(),
        first.reverse(),
        winner.isPresent() ? "" : "no majority: " + votes);
  }

  private static OptionalDouble mean(List<Verdict> verdicts) {
    return verdicts.stream()
        .map(Verdict::probability)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}
