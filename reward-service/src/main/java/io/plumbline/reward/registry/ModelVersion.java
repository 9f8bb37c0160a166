package io.plumbline.reward.registry;

import io.plumbline.rewardmodels.evaluation.TemperatureFit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A published version of a reward model, without its weights.
 *
 * @param version counts from 1
 * @param kind for example {@code bradley-terry-head}
 * @param digest SHA-256 of configuration and weights, hexadecimal
 * @param metrics how it was measured when trained, by name
 */
public record ModelVersion(
    String name,
    long version,
    List<String> aliases,
    String kind,
    String digest,
    Map<String, Double> metrics) {
  public ModelVersion {
    aliases = List.copyOf(aliases);
    metrics = Map.copyOf(metrics);
  }

  /**
   * What fits the probabilities of its rewards best, from the held-out pairs of its training; empty
   * where there were none, or where they did not determine it.
   */
  public OptionalDouble temperature() {
    double fitted = metrics.getOrDefault("temperature", Double.NaN);
    // The search ended at one of its ends where the pairs had no, or perfect, information.
    return fitted > 1.001 * TemperatureFit.LOWEST && fitted < 0.999 * TemperatureFit.HIGHEST
        ? OptionalDouble.of(fitted)
        : OptionalDouble.empty();
  }

  /** NAME@VERSION. */
  public String reference() {
    return name + "@" + version;
  }
}
