package io.plumbline.trainer.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient calls to the other services are. */
@ConfigMapping(prefix = "plumbline.upstream")
public interface UpstreamSettings {
  /** Longest time of one try. */
  @WithDefault("60S")
  Duration deadline();

  /** Tries after the first one. */
  @WithDefault("10")
  int maxRetries();

  /** Longest time of all tries together. */
  @WithDefault("90S")
  Duration maxDuration();

  /** Wait before the first retry; doubles up to {@link #maxDelay}. */
  @WithDefault("300MS")
  Duration delay();

  @WithDefault("5S")
  Duration maxDelay();
}
