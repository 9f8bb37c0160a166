package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.judge.settings.SamplingSettings;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The sampling of a model's settings. */
final class DefaultSampling {
  private DefaultSampling() {}

  static Sampling of(SamplingSettings settings, String name, ObjectMapper mapper) {
    return new Sampling(
        0,
        settings.topP().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        settings.topK().map(OptionalInt::of).orElse(OptionalInt.empty()),
        settings.seed().map(OptionalLong::of).orElse(OptionalLong.empty()),
        settings.maxCompletionTokens().map(OptionalInt::of).orElse(OptionalInt.empty()),
        settings.reasoningEffort().filter(effort -> !effort.isBlank()),
        settings
            .responseSchema()
            .filter(schema -> !schema.isBlank())
            .map(schema -> schema(schema, name, mapper)),
        settings.topLogprobs().orElse(Sampling.MOST_ALTERNATIVES),
        settings.logprobTokenIds().orElse(List.of()));
  }

  private static JsonNode schema(String text, String name, ObjectMapper mapper) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(
          "plumbline.judge.chat." + name + ".sampling.response-schema is no JSON", malformed);
    }
  }
}
