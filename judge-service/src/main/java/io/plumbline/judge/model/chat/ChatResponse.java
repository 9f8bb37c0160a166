package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What is read of a chat completion; every part may be absent (null). */
@JsonIgnoreProperties(ignoreUnknown = true)
@RegisterForReflection(ignoreNested = false)
record ChatResponse(String model, List<Choice> choices, TokenUsage usage) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Choice(
      Answer message,
      @JsonProperty("finish_reason") String finishReason,
      LogProbabilities logprobs) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(String content, String refusal) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record LogProbabilities(List<Position> content) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Position(
      String token, Double logprob, @JsonProperty("top_logprobs") List<Alternative> topLogprobs) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Alternative(String token, Double logprob) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TokenUsage(
      @JsonProperty("prompt_tokens") long promptTokens,
      @JsonProperty("completion_tokens") long completionTokens) {}
}
