package io.plumbline.preference;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.message.Content;
import java.util.List;

/**
 * Completions of one prompt in order of preference.
 *
 * @param completions at least two, best first
 */
public record Ranking(String id, Content prompt, List<Completion> completions, String annotator) {
  public Ranking {
    requireNonNull(id, "id is null");
    requireNonNull(prompt, "prompt is null");
    requireNonNull(annotator, "annotator is null");
    completions = List.copyOf(completions);
    if (completions.size() < 2) {
      throw new IllegalArgumentException(
          "completions holds " + completions.size() + ", a ranking needs at least 2");
    }
  }
}
