package io.plumbline.preference.message;

import static java.util.Objects.requireNonNull;

/** Content in TRL's "standard" form: one string. */
public record PlainText(String text) implements Content {
  public PlainText {
    requireNonNull(text, "text is null");
  }
}
