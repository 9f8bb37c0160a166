package io.plumbline.judge.mapping;

import com.google.protobuf.Duration;
import io.plumbline.api.v1alpha1.Usage;

/** Writes what an answer cost. */
public final class Costs {
  private Costs() {}

  public static Usage usage(long promptTokens, long completionTokens, double cost) {
    return Usage.newBuilder()
        .setPromptTokens(promptTokens)
        .setCompletionTokens(completionTokens)
        .setCost(cost)
        .build();
  }

  public static Duration duration(java.time.Duration duration) {
    return Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }
}
