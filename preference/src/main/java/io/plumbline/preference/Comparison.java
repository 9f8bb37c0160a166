package io.plumbline.preference;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.message.Content;

/**
 * Two completions of one prompt that wait for a judgment.
 *
 * @param id unique within its set
 * @param cluster what intervals are clustered by, such as the opening or the prompt's id
 */
public record Comparison(
    String id, String cluster, Content prompt, Completion first, Completion second) {
  public Comparison {
    requireNonNull(id, "id is null");
    requireNonNull(cluster, "cluster is null");
    requireNonNull(prompt, "prompt is null");
    requireNonNull(first, "first is null");
    requireNonNull(second, "second is null");
  }

  /** The same comparison with the two completions exchanged. */
  public Comparison swapped() {
    return new Comparison(id, cluster, prompt, second, first);
  }
}
