package io.plumbline.judge.request;

import java.util.UUID;

/** Reads the server's ids of runs. */
public final class RunIds {
  private RunIds() {}

  /**
   * @throws InvalidRequestException for the field, if the text is no id
   */
  public static UUID of(String field, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidRequestException(field, "must be an id that the service gave out");
    }
  }
}
