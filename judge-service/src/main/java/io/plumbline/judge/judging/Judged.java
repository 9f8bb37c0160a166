package io.plumbline.judge.judging;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reward.RewardEvidence;
import io.plumbline.judgment.verdict.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * A verdict and what goes with it.
 *
 * @param cost in the currency of the settings
 * @param model that answered, with version where known
 * @param modelDigest identifies weights or configuration; empty where the model never answered
 * @param templateDigest SHA-256 of the template, hexadecimal; empty for reward models
 * @param rewards what a reward model's verdict rests on; empty for others
 */
public record Judged(
    Verdict verdict,
    long promptTokens,
    long completionTokens,
    double cost,
    Duration latency,
    String model,
    String modelDigest,
    String templateDigest,
    Optional<RewardEvidence> rewards) {
  public Judged {
    requireNonNull(verdict, "verdict is null");
    requireNonNull(latency, "latency is null");
    requireNonNull(model, "model is null");
    requireNonNull(modelDigest, "modelDigest is null");
    requireNonNull(templateDigest, "templateDigest is null");
    requireNonNull(rewards, "rewards is null");
  }

  /** What no reward model judged. */
  public Judged(
      Verdict verdict,
      long promptTokens,
      long completionTokens,
      double cost,
      Duration latency,
      String model,
      String modelDigest,
      String templateDigest) {
    this(
        verdict,
        promptTokens,
        completionTokens,
        cost,
        latency,
        model,
        modelDigest,
        templateDigest,
        Optional.empty());
  }
}
