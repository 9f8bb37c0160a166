package io.plumbline.judge.judging;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.Verdict;
import java.time.Duration;

/**
 * A verdict and what goes with it.
 *
 * @param cost in the currency of the settings
 * @param model that answered, with version where known
 * @param modelDigest identifies weights or configuration; empty where the model never answered
 * @param templateDigest SHA-256 of the template, hexadecimal; empty for reward models
 */
public record Judged(
    Verdict verdict,
    long promptTokens,
    long completionTokens,
    double cost,
    Duration latency,
    String model,
    String modelDigest,
    String templateDigest) {
  public Judged {
    requireNonNull(verdict, "verdict is null");
    requireNonNull(latency, "latency is null");
    requireNonNull(model, "model is null");
    requireNonNull(modelDigest, "modelDigest is null");
    requireNonNull(templateDigest, "templateDigest is null");
  }
}
