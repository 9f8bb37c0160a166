package io.plumbline.judge.model.cache;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * An answer without what it cost.
 *
 * @param firstToken log-probabilities of the likeliest first tokens
 */
@RegisterForReflection(ignoreNested = false)
public record CachedAnswer(
    String text,
    String finishReason,
    String refusal,
    Map<String, Double> firstToken,
    String model) {
  public CachedAnswer {
    requireNonNull(text, "text is null");
    requireNonNull(finishReason, "finishReason is null");
    requireNonNull(refusal, "refusal is null");
    requireNonNull(model, "model is null");
    firstToken = Map.copyOf(firstToken);
  }
}
