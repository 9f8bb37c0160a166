package io.plumbline.preference.message;

import java.util.Locale;

/** The kinds of media that a message may carry. */
public enum MediaKind {
  IMAGE,
  AUDIO,
  VIDEO;

  /** The name used in chat formats, such as {@code image}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
