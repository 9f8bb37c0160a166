package io.plumbline.judge.judging;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.model.chat.Sampling;
import io.plumbline.judge.model.chat.SamplingChecks;
import io.plumbline.judge.request.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads how answers are to be drawn; what a request leaves out is as the settings say. */
final class SamplingChoice {
  private static final SamplingChecks CHECKS = new SamplingChecks(InvalidRequestException::new);

  private SamplingChoice() {}

  /**
   * @param field the specification's path in the request
   * @throws InvalidRequestException naming the field out of range
   */
  static Sampling of(JudgeSpec spec, Sampling defaults, String field) {
    io.plumbline.api.v1alpha1.Sampling asked = spec.getSampling();
    String path = field + ".sampling.";
    return new Sampling(
        spec.getTemperature(),
        asked.hasTopP()
            ? OptionalDouble.of(CHECKS.topP(path + "top_p", asked.getTopP()))
            : defaults.topP(),
        asked.hasTopK()
            ? OptionalInt.of(CHECKS.topK(path + "top_k", asked.getTopK()))
            : defaults.topK(),
        asked.hasSeed() ? OptionalLong.of(asked.getSeed()) : defaults.seed(),
        asked.hasMaxCompletionTokens()
            ? OptionalInt.of(
                CHECKS.maximumTokens(
                    path + "max_completion_tokens", asked.getMaxCompletionTokens()))
            : defaults.maximumTokens(),
        effort(asked.getReasoningEffort(), defaults, path),
        schema(asked.getResponseSchema(), defaults, path),
        asked.hasTopLogprobs()
            ? CHECKS.alternatives(path + "top_logprobs", asked.getTopLogprobs())
            : defaults.alternatives(),
        tokens(asked.getLogprobTokenIdsList(), defaults, path));
  }

  private static Optional<String> effort(String asked, Sampling defaults, String path) {
    return asked.isEmpty()
        ? defaults.reasoningEffort()
        : Optional.of(CHECKS.effort(path + "reasoning_effort", asked));
  }

  private static Optional<JsonNode> schema(String asked, Sampling defaults, String path) {
    return asked.isEmpty()
        ? defaults.responseSchema()
        : Optional.of(CHECKS.schema(path + "response_schema", asked));
  }

  private static List<Integer> tokens(List<Integer> asked, Sampling defaults, String path) {
    return asked.isEmpty() ? defaults.tokens() : CHECKS.tokens(path + "logprob_token_ids", asked);
  }
}
