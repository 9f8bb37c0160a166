package io.plumbline.judgment.selection;

import io.plumbline.judgment.verdict.Jury;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.statistics.agreement.CohenKappa;
import io.plumbline.statistics.agreement.Ratings;
import io.plumbline.statistics.agreement.Ratings.Rating;
import io.plumbline.statistics.agreement.UndefinedAgreementException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Selects among ways of judging (judges, juries, debates, prompts) by Cohen's κ: against labels, or
 * where there are none by the mean κ to each other way. A comparison that only one of the two has a
 * winner for counts as a disagreement, so that silence does not pay; one that neither has a winner
 * for is left out. Source: Arif et al. 2024, "The Fellowship of the LLMs" (both steps of its
 * evaluation); METHODS 95. Without labels it is ours.
 *
 * <p>Ways and labels are winners by the comparison's id; a comparison without a winner is absent.
 */
public final class AgreementSelection {
  private static final String NO_VERDICT = "none";

  /** The best first; undefined agreement last, equals by name. */
  private static final Comparator<Standing> BEST_FIRST =
      Comparator.comparing((Standing standing) -> Double.isNaN(standing.kappa()))
          .thenComparing(Standing::kappa, Comparator.reverseOrder())
          .thenComparing(Standing::name);

  private AgreementSelection() {}

  /** Every way by its agreement with the labels, the one to select first. */
  public static List<Standing> byLabels(
      Map<String, Map<String, Winner>> ways, Map<String, Winner> labels) {
    List<Standing> standings = new ArrayList<>();
    ways.forEach(
        (name, winners) -> {
          Set<String> silent = new TreeSet<>(labels.keySet());
          silent.removeAll(winners.keySet());
          standings.add(
              new Standing(
                  name, kappa(labels, winners, labels.keySet()), labels.size(), silent.size()));
        });
    return standings.stream().sorted(BEST_FIRST).toList();
  }

  /**
   * Every way by its mean agreement with the others, the one to select first.
   *
   * @param ways at least two
   */
  public static List<Standing> byEachOther(Map<String, Map<String, Winner>> ways) {
    Set<String> all = items(ways);
    List<Standing> standings = new ArrayList<>();
    ways.forEach(
        (name, winners) ->
            standings.add(
                new Standing(
                    name,
                    ways.entrySet().stream()
                        .filter(other -> !other.getKey().equals(name))
                        .mapToDouble(other -> kappa(other.getValue(), winners, all))
                        .average()
                        .orElse(Double.NaN),
                    all.size(),
                    all.size() - winners.size())));
    return standings.stream().sorted(BEST_FIRST).toList();
  }

  /** The ways as one jury: what {@link Jury#majority} names for each comparison. */
  public static Map<String, Winner> jury(Map<String, Map<String, Winner>> ways) {
    Map<String, Winner> majority = new TreeMap<>();
    for (String item : items(ways)) {
      List<Verdict> votes =
          ways.values().stream()
              .filter(winners -> winners.containsKey(item))
              .map(winners -> Verdict.symmetric(OrderVerdict.ok(winners.get(item), "")))
              .toList();
      Jury.majority(votes).winner().ifPresent(winner -> majority.put(item, winner));
    }
    return majority;
  }

  private static Set<String> items(Map<String, Map<String, Winner>> ways) {
    Set<String> items = new TreeSet<>();
    ways.values().forEach(winners -> items.addAll(winners.keySet()));
    return items;
  }

  private static double kappa(
      Map<String, Winner> first, Map<String, Winner> second, Set<String> items) {
    List<Rating> ratings = new ArrayList<>();
    for (String item : items) {
      if (first.containsKey(item) || second.containsKey(item)) {
        ratings.add(new Rating(item, "first", label(first.get(item))));
        ratings.add(new Rating(item, "second", label(second.get(item))));
      }
    }
    try {
      return CohenKappa.UNWEIGHTED.of(Ratings.of(ratings));
    } catch (UndefinedAgreementException undefined) {
      return Double.NaN;
    }
  }

  private static String label(Winner winner) {
    return winner == null ? NO_VERDICT : winner.name();
  }
}
