package io.plumbline.judgment.replay;

import io.plumbline.preference.message.MediaSource;

/** A medium as an address: its own, or its bytes as a {@code data:} address. */
final class MediaAddress {
  private MediaAddress() {}

  static String of(MediaSource source) {
    if (source instanceof MediaSource.Inline inline) {
      return "data:" + inline.mediaType() + ";base64," + inline.base64();
    }
    return ((MediaSource.Uri) source).uri();
  }
}
