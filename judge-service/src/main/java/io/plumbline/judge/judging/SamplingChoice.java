package io.plumbline.judge.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.model.chat.Sampling;
import io.plumbline.judge.request.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads how answers are to be drawn; what a request leaves out is as the settings say. */
final class SamplingChoice {
  private static final int MOST_TOKENS = 1_000_000;
  private static final int MOST_TOKEN_IDS = 100;
  private static final int LONGEST_SCHEMA = 65_536;
  private static final Set<String> EFFORTS = Set.of("none", "minimal", "low", "medium", "high");
  private static final ObjectMapper JSON = new ObjectMapper();

  private SamplingChoice() {}

  /**
   * @param field the specification's path in the request
   * @throws InvalidRequestException naming the field out of range
   */
  static Sampling of(JudgeSpec spec, Sampling defaults, String field) {
    io.plumbline.api.v1alpha1.Sampling asked = spec.getSampling();
    String path = field + ".sampling";
    return new Sampling(
        spec.getTemperature(),
        topP(asked, defaults, path),
        asked.hasTopK()
            ? OptionalInt.of(within(path + ".top_k", asked.getTopK(), 1, Integer.MAX_VALUE))
            : defaults.topK(),
        asked.hasSeed() ? OptionalLong.of(asked.getSeed()) : defaults.seed(),
        asked.hasMaxCompletionTokens()
            ? OptionalInt.of(
                within(
                    path + ".max_completion_tokens",
                    asked.getMaxCompletionTokens(),
                    1,
                    MOST_TOKENS))
            : defaults.maximumTokens(),
        effort(asked.getReasoningEffort(), defaults, path),
        schema(asked.getResponseSchema(), defaults, path),
        asked.hasTopLogprobs()
            ? within(path + ".top_logprobs", asked.getTopLogprobs(), 1, Sampling.MOST_ALTERNATIVES)
            : defaults.alternatives(),
        tokens(asked.getLogprobTokenIdsList(), defaults, path));
  }

  private static OptionalDouble topP(
      io.plumbline.api.v1alpha1.Sampling asked, Sampling defaults, String path) {
    if (!asked.hasTopP()) {
      return defaults.topP();
    }
    if (!(asked.getTopP() > 0 && asked.getTopP() <= 1)) {
      throw new InvalidRequestException(
          path + ".top_p", "must be above 0 and at most 1, is " + asked.getTopP());
    }
    return OptionalDouble.of(asked.getTopP());
  }

  private static int within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidRequestException(
          field, "must be " + least + " to " + most + ", is " + value);
    }
    return value;
  }

  private static Optional<String> effort(String asked, Sampling defaults, String path) {
    if (asked.isEmpty()) {
      return defaults.reasoningEffort();
    }
    if (!EFFORTS.contains(asked)) {
      throw new InvalidRequestException(
          path + ".reasoning_effort",
          "'" + asked + "' is none of " + EFFORTS.stream().sorted().toList());
    }
    return Optional.of(asked);
  }

  private static Optional<JsonNode> schema(String asked, Sampling defaults, String path) {
    if (asked.isEmpty()) {
      return defaults.responseSchema();
    }
    String field = path + ".response_schema";
    if (asked.length() > LONGEST_SCHEMA) {
      throw new InvalidRequestException(field, "must not exceed " + LONGEST_SCHEMA + " characters");
    }
    try {
      JsonNode schema = JSON.readTree(asked);
      if (schema.isObject()) {
        return Optional.of(schema);
      }
    } catch (JsonProcessingException malformed) {
      throw new InvalidRequestException(field, "is no JSON: " + malformed.getOriginalMessage());
    }
    throw new InvalidRequestException(field, "must be a JSON object");
  }

  private static List<Integer> tokens(List<Integer> asked, Sampling defaults, String path) {
    String field = path + ".logprob_token_ids";
    if (asked.size() > MOST_TOKEN_IDS) {
      throw new InvalidRequestException(field, "must hold at most " + MOST_TOKEN_IDS);
    }
    for (int i = 0; i < asked.size(); i++) {
      within(field + "[" + i + "]", asked.get(i), 0, Integer.MAX_VALUE);
    }
    return asked.isEmpty() ? defaults.tokens() : asked;
  }
}
