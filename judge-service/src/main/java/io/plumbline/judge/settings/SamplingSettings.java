package io.plumbline.judge.settings;

import java.util.List;
import java.util.Optional;

/** How a chat model draws its answers where a request says nothing else. */
public interface SamplingSettings {

  Optional<Double> topP();

  Optional<Integer> topK();

  Optional<Long> seed();

  /** Of an answer, reasoning included; without it, what a protocol needs ({@code max_tokens}). */
  Optional<Integer> maxCompletionTokens();

  /** For reasoning models: minimal, low, medium or high. */
  Optional<String> reasoningEffort();

  /** JSON schema of the answer, as JSON. */
  Optional<String> responseSchema();

  /** Likeliest first tokens asked for where label probabilities are wanted. */
  Optional<Integer> topLogprobs();

  /** vLLM: the tokens whose log-probabilities are asked for instead. */
  Optional<List<Integer>> logprobTokenIds();
}
