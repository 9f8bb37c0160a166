package io.plumbline.reward.encoder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How texts are embedded. */
@ConfigMapping(prefix = "plumbline.reward.encoder")
public interface EncoderSettings {
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
