package io.plumbline.preference;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.message.Content;

/**
 * A number given to one completion.
 *
 * @param value finite, on the annotator's own scale
 * @param aspect what was rated, such as {@code helpfulness}; empty for the whole
 */
public record Rating(
    String id,
    Content prompt,
    Completion completion,
    double value,
    String aspect,
    String annotator) {
  public Rating {
    requireNonNull(id, "id is null");
    requireNonNull(prompt, "prompt is null");
    requireNonNull(completion, "completion is null");
    requireNonNull(aspect, "aspect is null");
    requireNonNull(annotator, "annotator is null");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value is " + value + ", not a finite number");
    }
  }
}
