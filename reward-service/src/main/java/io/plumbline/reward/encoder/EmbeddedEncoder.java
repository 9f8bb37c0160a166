package io.plumbline.reward.encoder;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads MiniLM; not part of a build with {@code plumbline.reward.encoder.embedded=false}. */
@ApplicationScoped
@UnlessBuildProperty(
    name = "plumbline.reward.encoder.embedded",
    stringValue = "false",
    enableIfMissing = true)
class EmbeddedEncoder {
  Encoder load(EncoderSettings settings) {
    return MiniLmEncoder.load(settings.intraOpThreads(), settings.maximumTokens());
  }
}
