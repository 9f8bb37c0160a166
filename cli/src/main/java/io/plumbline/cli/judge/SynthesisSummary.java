package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of all prompts together, earlier runs included.
 *
 * @param states prompts by state; WAITING for those that were not asked for
 */
record SynthesisSummary(
    int prompts,
    int pairs,
    Map<String, Integer> states,
    long promptTokens,
    long completionTokens,
    double cost) {
  private static final String WAITING = "WAITING";
  private static final String FAILED = "FAILED";

  static final SynthesisSummary NONE = new SynthesisSummary(0, 0, Map.of(), 0, 0, 0);

  SynthesisSummary {
    states = new TreeMap<>(states);
  }

  SynthesisSummary and(Optional<JsonNode> row) {
    Map<String, Integer> more = new TreeMap<>(states);
    more.merge(row.map(known -> known.path("state").asText()).orElse(WAITING), 1, Integer::sum);
    return new SynthesisSummary(
        prompts + 1,
        pairs + row.map(known -> known.path("pairs").size()).orElse(0),
        more,
        promptTokens + row.map(known -> known.path("prompt_tokens").asLong()).orElse(0L),
        completionTokens + row.map(known -> known.path("completion_tokens").asLong()).orElse(0L),
        cost + row.map(known -> known.path("cost").asDouble()).orElse(0.0));
  }

  boolean isComplete() {
    return !states.containsKey(WAITING) && !states.containsKey(FAILED);
  }

  /** What is missing, and what to do about it. */
  Optional<String> shortfall() {
    return isComplete()
        ? Optional.empty()
        : Optional.of(
            "plumbline: %d prompts failed and %d were not asked for; run the command again"
                .formatted(states.getOrDefault(FAILED, 0), states.getOrDefault(WAITING, 0)));
  }
}
