package io.plumbline.judge.model.chat;

import io.plumbline.judge.settings.SamplingSettings;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The sampling of a model's settings. */
final class DefaultSampling {
  private static final SamplingChecks CHECKS =
      new SamplingChecks((setting, wrong) -> new IllegalStateException(setting + " " + wrong));

  private DefaultSampling() {}

  /**
   * @throws IllegalStateException naming the setting that is out of range
   */
  static Sampling of(SamplingSettings settings, String name) {
    String path = "plumbline.judge.chat." + name + ".sampling.";
    return new Sampling(
        0,
        settings
            .topP()
            .map(value -> OptionalDouble.of(CHECKS.topP(path + "top-p", value)))
            .orElse(OptionalDouble.empty()),
        settings
            .topK()
            .map(value -> OptionalInt.of(CHECKS.topK(path + "top-k", value)))
            .orElse(OptionalInt.empty()),
        settings.seed().map(OptionalLong::of).orElse(OptionalLong.empty()),
        settings
            .maxCompletionTokens()
            .map(
                value ->
                    OptionalInt.of(CHECKS.maximumTokens(path + "max-completion-tokens", value)))
            .orElse(OptionalInt.empty()),
        settings
            .reasoningEffort()
            .filter(effort -> !effort.isBlank())
            .map(effort -> CHECKS.effort(path + "reasoning-effort", effort)),
        settings
            .responseSchema()
            .filter(schema -> !schema.isBlank())
            .map(schema -> CHECKS.schema(path + "response-schema", schema)),
        settings
            .topLogprobs()
            .map(value -> CHECKS.alternatives(path + "top-logprobs", value))
            .orElse(Sampling.MOST_ALTERNATIVES),
        CHECKS.tokens(path + "logprob-token-ids", settings.logprobTokenIds().orElse(List.of())));
  }
}
