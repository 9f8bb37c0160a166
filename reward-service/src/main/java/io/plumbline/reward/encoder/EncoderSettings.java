package io.plumbline.reward.encoder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How texts are embedded. */
@ConfigMapping(prefix = "plumbline.reward.encoder")
public interface EncoderSettings {
  /**
   * Whether the embedded encoder is part of the build. Decided when the service is built: an
   * executable is built without it, since its libraries are no Java.
   */
  @WithDefault("true")
  boolean embedded();

  /** Base URL of a server that embeds, such as {@code http://127.0.0.1:8000/v1}; else embedded. */
  Optional<String> url();

  /** The name of that server's model. */
  Optional<String> model();

  /** The length of that model's vectors. */
  OptionalInt dimensions();

  /** The environment variable that holds that server's key; the key itself is kept nowhere. */
  Optional<String> keyVariable();

  /** Of one attempt to ask that server. */
  @WithDefault("30s")
  Duration deadline();

  /** Texts embedded at once; the number of processors where absent. */
  OptionalInt threads();

  /** Threads within one text. */
  @WithDefault("1")
  int intraOpThreads();

  /** Tokens of a text that are read, with the two special ones; at most 512. */
  @WithDefault("256")
  int maximumTokens();

  /** Texts that may wait; beyond it requests are refused. */
  @WithDefault("4096")
  int queueCapacity();

  /** Embeddings that are kept for texts seen again. */
  @WithDefault("8192")
  int cacheEntries();
}
