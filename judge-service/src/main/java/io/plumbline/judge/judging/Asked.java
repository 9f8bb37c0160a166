package io.plumbline.judge.judging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a program came to, and what it cost.
 *
 * @param cost in the currency of the settings
 * @param model that answered, with version where known
 * @param modelDigest identifies weights or configuration
 */
public record Asked<V>(
    V value,
    long promptTokens,
    long completionTokens,
    double cost,
    Duration latency,
    String model,
    String modelDigest) {
  public Asked {
    requireNonNull(value, "value is null");
    requireNonNull(latency, "latency is null");
    requireNonNull(model, "model is null");
    requireNonNull(modelDigest, "modelDigest is null");
  }
}
