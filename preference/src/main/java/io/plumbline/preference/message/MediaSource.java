package io.plumbline.preference.message;

import static java.util.Objects.requireNonNull;

/** Where the bytes of a medium come from. */
public sealed interface MediaSource {

  /** The medium as one address: its own, or its bytes as a {@code data:} address (RFC 2397). */
  String address();

  /** An address ({@code https:}, {@code file:}, {@code data:} …); it is not fetched here. */
  record Uri(String uri) implements MediaSource {
    public Uri {
      requireNonNull(uri, "uri is null");
    }

    @Override
    public String address() {
      return uri;
    }
  }

  /** The bytes themselves in base64, with their media type such as {@code image/png}. */
  record Inline(String mediaType, String base64) implements MediaSource {
    public Inline {
      requireNonNull(mediaType, "mediaType is null");
      requireNonNull(base64, "base64 is null");
    }

    @Override
    public String address() {
      return "data:" + mediaType + ";base64," + base64;
    }
  }
}
