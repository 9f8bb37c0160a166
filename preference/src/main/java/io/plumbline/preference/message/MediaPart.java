package io.plumbline.preference.message;

import static java.util.Objects.requireNonNull;

/** An image, a recording or a video within a message. */
public record MediaPart(MediaKind kind, MediaSource source) implements ContentPart {
  public MediaPart {
    requireNonNull(kind, "kind is null");
    requireNonNull(source, "source is null");
  }
}
