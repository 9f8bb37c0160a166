package io.plumbline.judge.settings;

import io.plumbline.judgment.protocol.VerdictSource;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** One OpenAI-compatible chat endpoint. */
public interface ChatSettings {

  /** Base URL up to the version, such as {@code http://127.0.0.1:8000/v1}; without it, unused. */
  Optional<String> url();

  /** The model's name at the endpoint. */
  Optional<String> model();

  /** The environment variable that holds the key; the key itself is kept nowhere. */
  Optional<String> keyVariable();

  /** Of one attempt. */
  @WithDefault("60s")
  Duration deadline();

  /** Calls in flight. */
  @WithDefault("64")
  int concurrency();

  /** After the first attempt. */
  @WithDefault("5")
  int retries();

  /** The first wait before a retry; doubled each time, and jittered. */
  @WithDefault("200ms")
  Duration backoff();

  /** Whether answers at temperature 0 are kept and given again. */
  @WithDefault("true")
  boolean cache();

  /** Whether label probabilities, the text, or what is there decides. */
  @WithDefault("probabilities-or-text")
  VerdictSource verdict();
}
