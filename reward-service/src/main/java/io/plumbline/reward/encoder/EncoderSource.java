package io.plumbline.reward.encoder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Chooses the encoder: a server where one is configured, else the embedded one. */
@ApplicationScoped
class EncoderSource {
  private final EncoderSettings settings;
  private final Instance<EmbeddedEncoder> embedded;

  EncoderSource(EncoderSettings settings, Instance<EmbeddedEncoder> embedded) {
    this.settings = settings;
    this.embedded = embedded;
  }

  Encoder load() {
    if (settings.url().isPresent()) {
      return new UpstreamEncoder(
          settings.url().get(),
          settings.model().orElseThrow(() -> absent("model")),
          settings.dimensions().orElseThrow(() -> absent("dimensions")),
          settings.keyVariable().map(System::getenv),
          settings.deadline());
    }
    if (embedded.isUnsatisfied()) {
      throw new IllegalStateException(
          "plumbline.reward.encoder.url is not set, and this build has no embedded encoder: name a server that embeds");
    }
    return embedded.get().load(settings);
  }

  private static IllegalStateException absent(String property) {
    return new IllegalStateException(
        "plumbline.reward.encoder.%s is not set: plumbline.reward.encoder.url needs it"
            .formatted(property));
  }
}
