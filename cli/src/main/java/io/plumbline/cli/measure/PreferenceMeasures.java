package io.plumbline.cli.measure;

import io.plumbline.statistics.distribution.DistributionGap;
import io.plumbline.statistics.influence.ClusteredLogistic;
import io.plumbline.statistics.influence.CompositionalCorrelation;
import io.plumbline.statistics.influence.FactorInfluence;
import io.plumbline.statistics.influence.PropertyWeights;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.ranking.RankingAccuracy;
import io.plumbline.statistics.representation.HiddenSimilarity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What preferences are made of. */
final class PreferenceMeasures {
  private PreferenceMeasures() {}

  record Rankings(
      double[] policyMargins, double[] referenceMargins, double[] preferences, double beta) {}

  record Hidden(double[][] chosen, double[][] rejected) {}

  record Comparisons(
      List<String> prompts, double[][] differences, double[] preferences, double ridge) {}

  record ScenarioComparisons(
      List<String> scenarios,
      List<String> prompts,
      double[][] differences,
      double[] preferences,
      double ridge) {}

  record Factors(Map<String, double[]> preferred, Map<String, double[]> other) {}

  record Compositions(double[][] compositions) {}

  record Samples(List<String> first, List<String> second) {}

  static List<Measure> all() {
    return List.of(
        Measure.of(
            "ranking-accuracy",
            39,
            "how often a policy ranks pairs rightly, and how often a perfect one would",
            "{\"policy_margins\": [-0.5, 1], \"reference_margins\": [-1, 2],"
                + " \"preferences\": [0.6, 0.9], \"beta\": 0.1}",
            Rankings.class,
            input ->
                RankingAccuracy.of(
                    input.policyMargins(),
                    input.referenceMargins(),
                    input.preferences(),
                    input.beta())),
        Measure.of(
            "hidden-similarity",
            53,
            "CHES score: how far training on a pair pushes the chosen answer's likelihood down",
            "{\"chosen\": [[1, 0], [2, 1]], \"rejected\": [[2, 2]]}",
            Hidden.class,
            input -> HiddenSimilarity.of(input.chosen(), input.rejected())),
        Measure.of(
            "property-weights",
            45,
            "what properties of answers weigh in preferences, by scenario",
            "{\"scenarios\": [\"chat\", \"chat\"], \"prompts\": [\"p\", \"q\"],"
                + " \"differences\": [[1, 0], [-1, 1]], \"preferences\": [1, 0], \"ridge\": 1}",
            ScenarioComparisons.class,
            input ->
                PropertyWeights.byScenario(
                    input.scenarios(),
                    input.prompts(),
                    input.differences(),
                    input.preferences(),
                    input.ridge(),
                    0.95)),
        Measure.of(
            "feature-regression",
            126,
            "which features explain preferences, with errors clustered by prompt",
            "{\"prompts\": [\"p\", \"q\", \"r\"], \"differences\": [[1], [-1], [1]],"
                + " \"preferences\": [1, 1, 0], \"ridge\": 0}",
            Comparisons.class,
            input ->
                ClusteredLogistic.of(
                    input.differences(),
                    input.preferences(),
                    Clusters.of(input.prompts()),
                    input.ridge(),
                    0.95)),
        Measure.of(
            "factor-influence",
            75,
            "how far each factor of answers goes along with preferences",
            "{\"preferred\": {\"length\": [3, 5]}, \"other\": {\"length\": [1, 9]}}",
            Factors.class,
            PreferenceMeasures::factors),
        Measure.of(
            "compositional-correlation",
            82,
            "partial correlations of shares that sum to one",
            "{\"compositions\": [[1, 2, 3], [2, 1, 4], [3, 3, 1], [1, 5, 2]]}",
            Compositions.class,
            input -> CompositionalCorrelation.partial(input.compositions())),
        Measure.of(
            "distribution-gap",
            176,
            "how far apart two samples of labels or words are",
            "{\"first\": [\"a\", \"b\"], \"second\": [\"a\", \"c\"]}",
            Samples.class,
            input -> DistributionGap.of(input.first(), input.second())));
  }

  private static Map<String, FactorInfluence> factors(Factors input) {
    Map<String, FactorInfluence> influences = new LinkedHashMap<>();
    input
        .preferred()
        .forEach(
            (factor, preferred) -> {
              double[] other = input.other().get(factor);
              if (other == null) {
                throw new IllegalArgumentException("other has no factor " + factor);
              }
              influences.put(factor, FactorInfluence.of(preferred, other));
            });
    return influences;
  }
}
