package io.plumbline.preference;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.message.Content;

/** A completion marked desirable or not: TRL's unpaired preference, which KTO and BCO read. */
public record BinaryFeedback(
    String id, Content prompt, Completion completion, boolean desirable, String annotator) {
  public BinaryFeedback {
    requireNonNull(id, "id is null");
    requireNonNull(prompt, "prompt is null");
    requireNonNull(completion, "completion is null");
    requireNonNull(annotator, "annotator is null");
  }
}
