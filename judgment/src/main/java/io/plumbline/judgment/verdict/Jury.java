package io.plumbline.judgment.verdict;

import java.util.ArrayList;
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
   * @param verdicts at least one; the orders are those of the first that names the winner, the
   *     probability is the mean over those that have a verdict
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
    Verdict shown =
        verdicts.stream()
            .filter(verdict -> winner.isPresent() && verdict.winner().equals(winner))
            .findFirst()
            .orElse(first);
    return new Verdict(
        winner.isPresent() ? VerdictState.OK : VerdictState.INCONSISTENT,
        winner,
        mean(verdicts),
        shown.forward(),
        shown.reverse(),
        winner.isPresent() ? "" : "no majority: " + votes);
  }

  /** The majority of one judge's samples, with all that was said in each. */
  public static Verdict ofSamples(List<Verdict> samples) {
    List<TranscriptEntry> said = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      int number = i + 1;
      samples.get(i).said().forEach(entry -> said.add(entry.ofSample(number)));
    }
    return majority(samples).with(said);
  }

  /**
   * The majority of several judges, with all that each of them said.
   *
   * @param names of the jurors, one per verdict
   */
  public static Verdict ofJurors(List<String> names, List<Verdict> verdicts) {
    List<TranscriptEntry> said = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      String name = names.get(i);
      verdicts.get(i).said().forEach(entry -> said.add(entry.ofJuror(name)));
    }
    return majority(verdicts).with(said);
  }

  private static OptionalDouble mean(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> verdict.state() == VerdictState.OK)
        .map(Verdict::probability)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}
