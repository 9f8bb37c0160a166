package io.plumbline.reward.encoder;

import io.plumbline.reward.http.JsonServer;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.jboss.logging.Logger;

/** Chooses the encoder: a server where one is configured, else the embedded one, else none. */
@ApplicationScoped
class EncoderSource {
  private static final Logger LOG = Logger.getLogger(EncoderSource.class);

  private final Vertx vertx;
  private final EncoderSettings settings;
  private final Instance<EmbeddedEncoder> embedded;

  EncoderSource(Vertx vertx, EncoderSettings settings, Instance<EmbeddedEncoder> embedded) {
    this.vertx = vertx;
    this.settings = settings;
    this.embedded = embedded;
  }

  Encoder load() {
    if (settings.url().isPresent()) {
      return new UpstreamEncoder(
          new JsonServer(
              vertx,
              UpstreamEncoder.PROPERTY,
              settings,
              settings.threads().orElse(Runtime.getRuntime().availableProcessors())),
          settings.model().orElseThrow(() -> absent("model")),
          settings.dimensions().orElseThrow(() -> absent("dimensions")));
    }
    if (embedded.isUnsatisfied()) {
      LOG.warn(
          "plumbline.reward.encoder.url is not set, and this build has no embedded encoder: texts are not embedded");
      return new AbsentEncoder();
    }
    return embedded.get().load(settings);
  }

  private static IllegalStateException absent(String property) {
    return new IllegalStateException(
        "plumbline.reward.encoder.%s is not set: plumbline.reward.encoder.url needs it"
            .formatted(property));
  }
}
