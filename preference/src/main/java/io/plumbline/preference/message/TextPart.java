package io.plumbline.preference.message;

import static java.util.Objects.requireNonNull;

/** A text within a message; may be empty, never null. */
public record TextPart(String text) implements ContentPart {
  public TextPart {
    requireNonNull(text, "text is null");
  }
}
