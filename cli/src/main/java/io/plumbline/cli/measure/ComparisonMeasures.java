package io.plumbline.cli.measure;

import io.plumbline.statistics.agreement.RankBiasedOverlap;
import io.plumbline.statistics.comparison.McNemar;
import io.plumbline.statistics.comparison.MultipleTesting;
import io.plumbline.statistics.comparison.PairedComparison;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.ConfidenceSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether two systems differ, and how sure one may be of it. */
final class ComparisonMeasures {
  private ComparisonMeasures() {}

  record Outcomes(double[] outcomes, double level) {}

  record Rights(boolean[] first, boolean[] second) {}

  record PValues(double[] pValues) {}

  record TopLists(List<String> first, List<String> second, double persistence) {}

  record Paired(double[] first, double[] second, List<String> prompts) {}

  static List<Measure> all() {
    return List.of(
        Measure.of(
            "confidence-sequence",
            0,
            "an interval for a win rate that holds at every moment, however often one looks",
            "{\"outcomes\": [1, 1, 0.5, 1, 0, 1, 1, 1], \"level\": 0.95}",
            Outcomes.class,
            ComparisonMeasures::sequence),
        Measure.of(
            "paired-difference",
            0,
            "mean difference of two systems on the same prompts, clustered by prompt",
            "{\"first\": [1, 0, 1, 1], \"second\": [0, 0, 1, 0], \"prompts\": [\"p\", \"p\", \"q\","
                + " \"r\"]}",
            Paired.class,
            input ->
                PairedComparison.of(
                    input.first(),
                    input.second(),
                    Clusters.of(input.prompts()),
                    Bootstrap.DEFAULT)),
        Measure.of(
            "mcnemar",
            0,
            "whether two systems are right equally often on the same items",
            "{\"first\": [true, true, false, true], \"second\": [true, false, false, false]}",
            Rights.class,
            ComparisonMeasures::mcNemar),
        Measure.of(
            "adjusted-p-values",
            0,
            "p-values adjusted for their number, by Holm and by Benjamini-Hochberg",
            "{\"p_values\": [0.01, 0.04, 0.03]}",
            PValues.class,
            ComparisonMeasures::adjusted),
        Measure.of(
            "rank-biased-overlap",
            0,
            "how far two rankings agree, their tops counting most",
            "{\"first\": [\"a\", \"b\", \"c\"], \"second\": [\"b\", \"a\", \"d\"], \"persistence\":"
                + " 0.9}",
            TopLists.class,
            input ->
                Map.of(
                    "overlap",
                    new RankBiasedOverlap(input.persistence()).of(input.first(), input.second()))));
  }

  private static Object sequence(Outcomes input) {
    ConfidenceSequence sequence = new ConfidenceSequence(input.level());
    for (double outcome : input.outcomes()) {
      sequence.add(outcome);
    }
    return sequence.interval();
  }

  private static Map<String, Object> mcNemar(Rights input) {
    McNemar test = McNemar.of(input.first(), input.second());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("only_first", test.onlyFirst());
    document.put("only_second", test.onlySecond());
    document.put("chi_squared", test.chiSquared());
    document.put("p_value", test.pValue());
    document.put("exact_p_value", test.exactPValue());
    return document;
  }

  private static Map<String, Object> adjusted(PValues input) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("holm", MultipleTesting.HOLM.adjust(input.pValues()));
    document.put("benjamini_hochberg", MultipleTesting.BENJAMINI_HOCHBERG.adjust(input.pValues()));
    return document;
  }
}
