package io.plumbline.judge.judging;

import io.plumbline.judge.model.replay.RequestDigest;
import io.plumbline.preference.message.MediaPart;
import java.nio.charset.StandardCharsets;

/**
 * What stands in a text where a medium does, and over the medium itself: its kind and the beginning
 * of its digest, so that a judge finds it in whatever order answers are shown.
 */
public final class MediaMark {
  private static final int DIGITS = 12;

  private MediaMark() {}

  public static String of(MediaPart media) {
    String digest = RequestDigest.of(media.source().toString().getBytes(StandardCharsets.UTF_8));
    return "[" + media.kind().wireName() + " " + digest.substring(0, DIGITS) + "]";
  }
}
