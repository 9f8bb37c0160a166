package io.plumbline.preference;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.PlainText;

/**
 * An answer to a prompt.
 *
 * @param source the model or person that wrote it; empty where unknown
 */
public record Completion(Content content, String source) {
  public Completion {
    requireNonNull(content, "content is null");
    requireNonNull(source, "source is null");
  }

  /** A plain text of unknown source. */
  public static Completion text(String text) {
    return new Completion(new PlainText(text), "");
  }
}
