package io.plumbline.reward.http;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How somebody's server is reached. */
public interface ServerSettings {
  /** Base URL, to which the paths are added. */
  Optional<String> url();

  /** The name of that server's model. */
  Optional<String> model();

  /** The environment variable that holds that server's key; the key itself is kept nowhere. */
  Optional<String> keyVariable();

  /** The file that holds the key, such as a mounted Secret; read again every minute. */
  Optional<Path> keyFile();

  /** Of one attempt to ask that server. */
  @WithDefault("30s")
  Duration deadline();

  /** After the first attempt, where another may succeed: HTTP 408, 429, 5xx, broken connections. */
  @WithDefault("5")
  int retries();

  /** The first wait before a retry; doubled each time, and jittered. */
  @WithDefault("200ms")
  Duration backoff();

  /** Bytes of one answer; a larger one is given up. */
  @WithDefault("33554432")
  int largestAnswer();
}
