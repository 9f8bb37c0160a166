package io.plumbline.judgment.replay;

/** The names by which chat endpoints know the formats of inline recordings. */
public final class AudioFormat {
  private AudioFormat() {}

  /**
   * @param mediaType such as {@code audio/mpeg}, which is what mp3 is registered as
   */
  public static String of(String mediaType) {
    String name = mediaType.substring(mediaType.indexOf('/') + 1);
    return switch (name) {
      case "mpeg" -> "mp3";
      case "x-wav", "wave", "vnd.wave" -> "wav";
      default -> name;
    };
  }
}
