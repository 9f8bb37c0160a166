package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The body of a chat completion request.
 *
 * @param topLogprobs absent unless log-probabilities are wanted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(ignoreNested = false)
public record ChatRequest(
    String model,
    List<ChatTurn> messages,
    double temperature,
    @JsonProperty("max_tokens") int maximumTokens,
    Boolean logprobs,
    @JsonProperty("top_logprobs") Integer topLogprobs) {

  /** One message. */
  public record ChatTurn(String role, String content) {}
}
