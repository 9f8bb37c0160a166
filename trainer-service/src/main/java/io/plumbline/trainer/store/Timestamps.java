package io.plumbline.trainer.store;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Moments in the contract's form. */
public final class Timestamps {
  private Timestamps() {}

  public static Timestamp of(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
