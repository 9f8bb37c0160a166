package io.plumbline.cli.measure;

import io.plumbline.statistics.fairness.ExposureFairness;
import io.plumbline.statistics.fairness.GroupDisagreement;
import io.plumbline.statistics.fairness.GroupOutcomes;
import io.plumbline.statistics.fairness.NegotiatedPackage;
import io.plumbline.statistics.partialorder.PartialOrder;
import io.plumbline.statistics.reliability.OpinionScores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What choices mean for groups of people, and how people differ. */
final class GroupMeasures {
  private GroupMeasures() {}

  record Exposure(int[] exposure, int users, int slots) {}

  record Utilities(Map<String, Double> utilities) {}

  record Bargain(double[] costs, double[][] gains, double[] start, double budget) {}

  record Votes(List<GroupDisagreement.Vote> votes) {}

  record Passes(Double[][][] passes) {}

  record Objectives(double[][] scores, double[] weights) {}

  static List<Measure> all() {
    return List.of(
        Measure.of(
            "exposure-fairness",
            62,
            "how evenly items are shown, each measure between the unfairest and the fairest",
            "{\"exposure\": [2, 1, 1, 0], \"users\": 2, \"slots\": 2}",
            Exposure.class,
            input -> ExposureFairness.of(input.exposure(), input.users(), input.slots())),
        Measure.of(
            "group-outcomes",
            108,
            "total, worst-off group, twentieth percentile and inequality of utilities",
            "{\"utilities\": {\"a\": 4, \"b\": 2}}",
            Utilities.class,
            GroupMeasures::outcomes),
        Measure.of(
            "negotiated-package",
            67,
            "the package within a budget on which groups would settle, and its outcomes",
            "{\"costs\": [2, 3], \"gains\": [[3, 1], [0, 1]], \"start\": [1, 1], \"budget\": 3}",
            Bargain.class,
            GroupMeasures::bargain),
        Measure.of(
            "group-disagreement",
            107,
            "how groups of raters differ on the same items",
            "{\"votes\": [{\"item\": \"i\", \"group\": \"a\", \"positive\": true},"
                + " {\"item\": \"i\", \"group\": \"b\", \"positive\": false}]}",
            Votes.class,
            input -> GroupDisagreement.of(input.votes())),
        Measure.of(
            "opinion-scores",
            157,
            "mean opinion scores, and how reliable each rater is; rater by pass by item",
            "{\"passes\": [[[1, 2, 3], [1, 2, 3]], [[3, 2, null], [1, 2, 3]]]}",
            Passes.class,
            input -> OpinionScores.of(numbers(input.passes()))),
        Measure.of(
            "partial-order",
            192,
            "what several objectives say together when they are not traded off",
            "{\"scores\": [[3, 2, 1], [1, 2, 2]], \"weights\": [3, 1]}",
            Objectives.class,
            input -> PartialOrder.of(input.scores(), input.weights())));
  }

  private static Map<String, Object> outcomes(Utilities input) {
    List<String> groups = List.copyOf(input.utilities().keySet());
    GroupOutcomes outcomes =
        GroupOutcomes.of(groups.stream().mapToDouble(input.utilities()::get).toArray());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("worst_group_name", groups.get(outcomes.worstGroup()));
    document.put("outcomes", outcomes);
    return document;
  }

  private static Map<String, Object> bargain(Bargain input) {
    NegotiatedPackage settled =
        NegotiatedPackage.of(input.costs(), input.gains(), input.start(), input.budget());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("package", settled);
    document.put("outcomes", GroupOutcomes.of(settled.utilities()));
    return document;
  }

  private static double[][][] numbers(Double[][][] passes) {
    double[][][] numbers = new double[passes.length][][];
    for (int rater = 0; rater < passes.length; rater++) {
      numbers[rater] = new double[passes[rater].length][];
      for (int pass = 0; pass < passes[rater].length; pass++) {
        numbers[rater][pass] = new double[passes[rater][pass].length];
        for (int item = 0; item < passes[rater][pass].length; item++) {
          Double rating = passes[rater][pass][item];
          numbers[rater][pass][item] = rating == null ? Double.NaN : rating;
        }
      }
    }
    return numbers;
  }
}
