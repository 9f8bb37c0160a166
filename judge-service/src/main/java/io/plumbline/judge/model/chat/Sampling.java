package io.plumbline.judge.model.chat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How answers are drawn; what is empty is the endpoint's choice.
 *
 * @param temperature at least 0
 * @param maximumTokens of an answer, reasoning included, instead of what the protocol needs
 * @param reasoningEffort such as {@code low}
 * @param responseSchema JSON schema of the answer
 * @param alternatives likeliest first tokens wanted where label probabilities are
 * @param tokens ids whose log-probabilities are wanted instead of the likeliest ones (vLLM)
 */
public record Sampling(
    double temperature,
    OptionalDouble topP,
    OptionalInt topK,
    OptionalLong seed,
    OptionalInt maximumTokens,
    Optional<String> reasoningEffort,
    Optional<JsonNode> responseSchema,
    int alternatives,
    List<Integer> tokens) {
  /** What every known endpoint gives at most. */
  public static final int MOST_ALTERNATIVES = 20;

  public Sampling {
    requireNonNull(topP, "topP is null");
    requireNonNull(topK, "topK is null");
    requireNonNull(seed, "seed is null");
    requireNonNull(maximumTokens, "maximumTokens is null");
    requireNonNull(reasoningEffort, "reasoningEffort is null");
    requireNonNull(responseSchema, "responseSchema is null");
    tokens = List.copyOf(tokens);
  }

  /** Nothing but a temperature. */
  public static Sampling at(double temperature) {
    return new Sampling(
        temperature,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        MOST_ALTERNATIVES,
        List.of());
  }

  /** Whether the same request is expected to give the same answer. */
  public boolean repeatable() {
    return temperature == 0;
  }
}
