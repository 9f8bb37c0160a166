package io.plumbline.statistics.benchmark;

import io.plumbline.statistics.comparison.PairedComparison;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a judge gives the human label of a pair, beside null judges that re-decide the same
 * pairs without knowing quality, and whether the judge can be told from them.
 *
 * @param judge share of equal verdicts, clustered by prompt
 * @param nullJudges the same for each null judge: longer, shorter, first, coin
 * @param advantages judge minus null judge on the same pairs
 * @param indistinguishable null judges from which the judge cannot be told
 */
public record LabelledJudgments(
    Interval judge,
    Map<String, Interval> nullJudges,
    Map<String, PairedComparison> advantages,
    List<String> indistinguishable) {

  /**
   * One labelled pair.
   *
   * @param label first, second or tie, as people see it
   * @param verdict first, second or tie, or anything else for no verdict, which counts as wrong
   */
  public record Pair(
      String prompt, String label, String verdict, double firstLength, double secondLength) {}

  public static LabelledJudgments of(List<Pair> pairs, Bootstrap bootstrap) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("there is no labelled pair");
    }
    Clusters prompts = Clusters.of(pairs.stream().map(Pair::prompt).toList());
    double[] judge = right(pairs, pairs.stream().map(Pair::verdict).toList());
    RandomStream coin = new RandomStream(bootstrap.seed());
    Map<String, List<String>> verdicts = new LinkedHashMap<>();
    verdicts.put("longer", pairs.stream().map(pair -> longer(pair, "first", "second")).toList());
    verdicts.put("shorter", pairs.stream().map(pair -> longer(pair, "second", "first")).toList());
    verdicts.put("first", pairs.stream().map(pair -> "first").toList());
    verdicts.put(
        "coin", pairs.stream().map(pair -> coin.nextLong() < 0 ? "first" : "second").toList());
    Map<String, Interval> nullJudges = new LinkedHashMap<>();
    Map<String, PairedComparison> advantages = new LinkedHashMap<>();
    List<String> indistinguishable = new ArrayList<>();
    verdicts.forEach(
        (name, blind) -> {
          double[] right = right(pairs, blind);
          nullJudges.put(name, interval(right, prompts, bootstrap));
          PairedComparison advantage = PairedComparison.of(judge, right, prompts, bootstrap);
          advantages.put(name, advantage);
          if (advantage.isIndistinguishable()) {
            indistinguishable.add(name);
          }
        });
    return new LabelledJudgments(
        interval(judge, prompts, bootstrap), nullJudges, advantages, indistinguishable);
  }

  private static Interval interval(double[] right, Clusters prompts, Bootstrap bootstrap) {
    return ClusteredMean.of(right, prompts).interval(bootstrap.level());
  }

  private static double[] right(List<Pair> pairs, List<String> verdicts) {
    double[] right = new double[pairs.size()];
    for (int pair = 0; pair < right.length; pair++) {
      right[pair] = pairs.get(pair).label().equals(verdicts.get(pair)) ? 1 : 0;
    }
    return right;
  }

  private static String longer(Pair pair, String first, String second) {
    return pair.firstLength() == pair.secondLength()
        ? "tie"
        : pair.firstLength() > pair.secondLength() ? first : second;
  }
}
