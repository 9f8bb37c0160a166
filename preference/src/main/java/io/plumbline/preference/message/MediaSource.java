package io.plumbline.preference.message;

import static java.util.Objects.requireNonNull;

/** Where the bytes of a medium come from. */
public sealed interface MediaSource {

  /** An address ({@code https:}, {@code file:}, {@code data:} …); it is not fetched here. */
  record Uri(String uri) implements MediaSource {
    public Uri {
      requireNonNull(uri, "uri is null");
    }
  }

  /** The bytes themselves in base64, with their media type such as {@code image/png}. */
  record Inline(String mediaType, String base64) implements MediaSource {
    public Inline {
      requireNonNull(mediaType, "mediaType is null");
      requireNonNull(base64, "base64 is null");
    }
  }
}
