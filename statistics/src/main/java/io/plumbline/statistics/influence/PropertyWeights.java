package io.plumbline.statistics.influence;

import io.plumbline.statistics.interval.Clusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What properties of answers weigh in preferences, scenario by scenario: the Bradley-Terry weights
 * of property differences.
 *
 * <p>Source: Li et al. (2024), Dissecting human and LLM preferences, METHODS 45, whose Gaussian
 * prior is the ridge here.
 */
public final class PropertyWeights {
  private PropertyWeights() {}

  /**
   * @param scenarios one per row
   * @param prompts one per row, for clustered errors
   * @param differences property differences of first minus second answer, one row per comparison
   * @param preferences 1 first, 0 second, 0.5 tie
   * @param ridge precision of the Gaussian prior of a weight
   */
  public static Map<String, ClusteredLogistic> byScenario(
      List<String> scenarios,
      List<String> prompts,
      double[][] differences,
      double[] preferences,
      double ridge,
      double level) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < scenarios.size(); row++) {
      rows.computeIfAbsent(scenarios.get(row), key -> new ArrayList<>()).add(row);
    }
    Map<String, ClusteredLogistic> weights = new LinkedHashMap<>();
    rows.forEach(
        (scenario, numbers) ->
            weights.put(
                scenario,
                ClusteredLogistic.of(
                    numbers.stream().map(row -> differences[row]).toArray(double[][]::new),
                    numbers.stream().mapToDouble(row -> preferences[row]).toArray(),
                    Clusters.of(numbers.stream().map(prompts::get).toList()),
                    ridge,
                    level)));
    return weights;
  }
}
