package io.plumbline.reward.encoder;

import io.plumbline.reward.http.ServerSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/**
 * How texts are embedded: by a server that speaks OpenAI's {@code POST /embeddings} where {@code
 * url} names one up to the version, such as {@code http://127.0.0.1:8000/v1}, else embedded.
 */
@ConfigMapping(prefix = "plumbline.reward.encoder")
public interface EncoderSettings extends ServerSettings {
  /**
   * Whether the embedded encoder is part of the build. Decided when the service is built: an
   * executable is built without it, since its libraries are no Java.
   */
  @WithDefault("true")
  boolean embedded();

  /** The length of the vectors of the server's model, where one is named. */
  OptionalInt dimensions();

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
