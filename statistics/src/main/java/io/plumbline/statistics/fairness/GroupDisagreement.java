package io.plumbline.statistics.fairness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How groups of raters differ on the same items: how often each group says yes, how far two raters
 * of one group agree, and how far they agree with the others.
 *
 * <p>Source: Aroyo et al. (2023), DICES (METHODS 107): per-group distributions, in-group and
 * cross-group agreement, and aggregation by majority or by any rater.
 *
 * @param positiveRates share of positive ratings, by group
 * @param withinAgreement chance that two raters of the group agree on an item; NaN without a pair
 * @param acrossAgreement chance that a rater of the group agrees with one of another; NaN without
 * @param majorityRate share of items that most raters call positive
 * @param anyRate share of items that some rater calls positive
 */
public record GroupDisagreement(
    Map<String, Double> positiveRates,
    Map<String, Double> withinAgreement,
    Map<String, Double> acrossAgreement,
    double majorityRate,
    double anyRate) {

  /** One rating of an item by a member of a group. */
  public record Vote(String item, String group, boolean positive) {}

  public static GroupDisagreement of(List<Vote> votes) {
    // Item, then group: how many voted, and how many of them yes.
    Map<String, Map<String, int[]>> counts = new TreeMap<>();
    Map<String, double[]> totals = new LinkedHashMap<>();
    for (Vote vote : votes) {
      int[] count =
          counts
              .computeIfAbsent(vote.item(), key -> new TreeMap<>())
              .computeIfAbsent(vote.group(), key -> new int[2]);
      count[0]++;
      count[1] += vote.positive() ? 1 : 0;
      double[] total = totals.computeIfAbsent(vote.group(), key -> new double[6]);
      total[0]++;
      total[1] += vote.positive() ? 1 : 0;
    }
    double majority = 0;
    double any = 0;
    for (Map<String, int[]> groups : counts.values()) {
      int all = 0;
      int yes = 0;
      for (int[] count : groups.values()) {
        all += count[0];
        yes += count[1];
      }
      majority += 2 * yes > all ? 1 : 0;
      any += yes > 0 ? 1 : 0;
      for (Map.Entry<String, int[]> group : groups.entrySet()) {
        addPairs(totals.get(group.getKey()), group.getValue(), all, yes);
      }
    }
    Map<String, Double> rates = new LinkedHashMap<>();
    Map<String, Double> within = new LinkedHashMap<>();
    Map<String, Double> across = new LinkedHashMap<>();
    totals.forEach(
        (group, total) -> {
          rates.put(group, total[1] / total[0]);
          within.put(group, total[3] == 0 ? Double.NaN : total[2] / total[3]);
          across.put(group, total[5] == 0 ? Double.NaN : total[4] / total[5]);
        });
    return new GroupDisagreement(
        rates, within, across, majority / counts.size(), any / counts.size());
  }

  private static void addPairs(double[] total, int[] count, int all, int yes) {
    double no = count[0] - count[1];
    double otherYes = yes - count[1];
    double otherNo = all - yes - no;
    total[2] += count[1] * (count[1] - 1.0) + no * (no - 1);
    total[3] += count[0] * (count[0] - 1.0);
    total[4] += count[1] * otherYes + no * otherNo;
    total[5] += count[0] * (double) (all - count[0]);
  }
}
