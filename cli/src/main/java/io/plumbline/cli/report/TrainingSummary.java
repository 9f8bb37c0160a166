package io.plumbline.cli.report;

import io.plumbline.api.v1alpha1.Metrics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the tuning went.
 *
 * @param pairs preference pairs
 * @param steps optimiser steps
 * @param first metrics of the first step, under TRL's names
 * @param last metrics of the last step
 * @param chosenLogProbabilityChange by how much log p(chosen) moved from the reference, in nats per
 *     story, over the last quarter of the steps (rewards/chosen ÷ β); below zero it fell, the
 *     likelihood displacement that DPO is known for (METHODS 53)
 * @param rejectedLogProbabilityChange the same of log p(rejected)
 * @param curve the metrics of every step
 */
public record TrainingSummary(
    long pairs,
    long steps,
    Map<String, Double> first,
    Map<String, Double> last,
    double chosenLogProbabilityChange,
    double rejectedLogProbabilityChange,
    List<Step> curve) {

  /** The metrics of one step. */
  public record Step(long step, Map<String, Double> metrics) {}

  static TrainingSummary of(long pairs, double beta, List<Metrics> metrics) {
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("there are no training metrics: no step was trained");
    }
    List<Step> curve =
        metrics.stream()
            .map(step -> new Step(step.getStep(), new TreeMap<>(step.getValuesMap())))
            .toList();
    List<Step> end = curve.subList(curve.size() - Math.max(1, curve.size() / 4), curve.size());
    return new TrainingSummary(
        pairs,
        curve.get(curve.size() - 1).step(),
        curve.get(0).metrics(),
        curve.get(curve.size() - 1).metrics(),
        mean("rewards/chosen", end) / beta,
        mean("rewards/rejected", end) / beta,
        curve);
  }

  private static double mean(String metric, List<Step> steps) {
    return steps.stream()
        .mapToDouble(
            step -> {
              Double value = step.metrics().get(metric);
              if (value == null) {
                throw new IllegalArgumentException(
                    "step " + step.step() + " reports no " + metric + ", which the report needs");
              }
              return value;
            })
        .average()
        .orElseThrow();
  }
}
