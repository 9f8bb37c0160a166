package io.plumbline.judge.lookup;

import io.plumbline.judge.settings.JudgeSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

/**
 * Fetches texts by GET from the origins in the settings: no other origin, also by redirect; no
 * longer than the deadline, no larger than the limit. What goes wrong is a text too, for the judge
 * to see, and never fails the judgment.
 */
@ApplicationScoped
public class Lookup {
  private static final int QUEUE = 256;

  private final Vertx vertx;
  private final HttpClient client;
  private final Origins origins;
  private final JudgeSettings.LookupSettings settings;

  @Inject
  Lookup(Vertx vertx, JudgeSettings settings) {
    this(vertx, settings.lookup());
  }

  Lookup(Vertx vertx, JudgeSettings.LookupSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.origins = new Origins(settings.origins().orElse(List.of()));
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) settings.deadline().toMillis())
                .setMaxWaitQueueSize(QUEUE)
                .setDecompressionSupported(false));
  }

  /** What stands at an address, or {@code error:} and why it cannot be had. */
  public Uni<String> fetch(URI address) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                new Fetch(vertx, client, origins, settings.largest(), emitter::complete)
                    .begin(address, settings.deadline().toMillis()));
  }
}
