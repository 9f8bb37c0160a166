package io.plumbline.trainer.store;

import java.time.Instant;
import java.util.UUID;

/** Makes ids that sort by the time they were made: 12 hexadecimal digits of it, 12 of chance. */
public final class Ids {
  private Ids() {}

  public static String next(Instant now) {
    String chance = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return "%012x%s".formatted(now.toEpochMilli(), chance);
  }
}
