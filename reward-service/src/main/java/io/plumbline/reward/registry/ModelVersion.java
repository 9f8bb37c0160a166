package io.plumbline.reward.registry;

import java.util.List;
import java.util.Map;

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

  /** NAME@VERSION. */
  public String reference() {
    return name + "@" + version;
  }
}
