package io.plumbline.worker.sampling;

import io.plumbline.worker.task.WorkerException;

/**
 * How completions are drawn.
 *
 * @param completionsPerPrompt at least 1
 * @param maximumNewTokens at least 1; a completion ends earlier at a stop token or at the context's
 *     end
 * @param temperature divides the logits; 0 takes the most probable token
 * @param topP probability mass of the nucleus (Holtzman et al. 2020), in (0, 1]
 * @param seed the same seed, model and prompts give the same completions
 */
public record SamplingOptions(
    int completionsPerPrompt, int maximumNewTokens, double temperature, double topP, long seed) {

  /** Refuses values out of range. */
  public SamplingOptions {
    require(completionsPerPrompt >= 1, "completions_per_prompt", completionsPerPrompt, "1 or more");
    require(maximumNewTokens >= 1, "max_new_tokens", maximumNewTokens, "1 or more");
    require(
        temperature >= 0 && Double.isFinite(temperature), "temperature", temperature, "0 or more");
    require(topP > 0 && topP <= 1, "top_p", topP, "a number in (0, 1]");
  }

  private static void require(boolean right, String field, Object value, String wanted) {
    if (!right) {
      throw WorkerException.badInput("sampling." + field + " is " + value, "give " + wanted);
    }
  }
}
