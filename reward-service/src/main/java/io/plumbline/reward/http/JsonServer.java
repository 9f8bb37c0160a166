package io.plumbline.reward.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.reward.failure.UnavailableException;
import io.plumbline.reward.failure.UpstreamException;
import io.plumbline.service.guard.FailureReason;
import io.plumbline.service.guard.GuardLimits;
import io.plumbline.service.guard.ModelGuard;
import io.plumbline.service.guard.PermanentFailureException;
import io.plumbline.service.http.HttpAnswer;
import io.plumbline.service.http.HttpEndpoint;
import io.plumbline.service.key.KeyReference;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Somebody's server that answers JSON to JSON. Every attempt has a deadline; HTTP 408, 429, 5xx and
 * broken connections are tried again with jitter, no earlier than {@code Retry-After} says; an
 * answer that is too large is given up.
 *
 * <p>Calls fail with {@link UnavailableException} where another call may succeed later, with {@link
 * RefusedException} where the server refused what it was asked (HTTP 400, 413, 422), and with
 * {@link UpstreamException} otherwise; all name the property of the server.
 */
public final class JsonServer {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final String property;
  private final String base;
  private final ServerSettings settings;
  private final Supplier<Optional<String>> key;
  private final HttpEndpoint endpoint;
  private final ModelGuard guard;

  /**
   * @param property before the names of its settings, such as {@code plumbline.reward.encoder}
   * @param concurrency calls at once
   * @throws IllegalStateException if its address is absent or none
   */
  public JsonServer(Vertx vertx, String property, ServerSettings settings, int concurrency) {
    this.property = property;
    this.settings = settings;
    this.base = base(property, settings);
    this.key = key(settings);
    this.endpoint =
        new HttpEndpoint(vertx, base, settings.deadline(), concurrency, settings.largestAnswer());
    this.guard =
        new ModelGuard(
            property,
            new GuardLimits(
                Optional.empty(),
                concurrency,
                GuardLimits.QUEUE,
                settings.retries(),
                settings.backoff()));
  }

  /** Asks; every attempt asks anew. */
  public Uni<JsonNode> post(String path, ObjectNode body) {
    byte[] bytes = body.toString().getBytes(UTF_8);
    return guard
        .call(() -> attempt(path, bytes))
        .onFailure()
        .transform(failure -> named(base + path, failure));
  }

  /** A failure that names the server and the setting that may be wrong. */
  public UpstreamException unusable(String path, String what, String setting) {
    return new UpstreamException(
        "%s answered with %s: look at %s.%s".formatted(base + path, what, property, setting));
  }

  // Answers come on the event loop, which long ones must not hold up.
  private Uni<JsonNode> attempt(String path, byte[] body) {
    return endpoint
        .post(path, key.get(), body)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(this::read);
  }

  private JsonNode read(HttpAnswer answer) {
    answer.requireNoPassingFailure();
    int status = answer.status();
    if (status == 400 || status == 413 || status == 422) {
      throw new RefusedException("HTTP %d: %s".formatted(status, HttpAnswer.quote(answer.body())));
    }
    if (status != 200) {
      throw new PermanentFailureException(
          "HTTP %d (%s): look at %s.*"
              .formatted(status, HttpAnswer.quote(answer.body()), property));
    }
    if (!answer.whole()) {
      throw new PermanentFailureException(
          "more than %d bytes: look at %s.largest-answer"
              .formatted(settings.largestAnswer(), property));
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException malformed) {
      throw new PermanentFailureException(
          "what is no JSON (%s): look at %s.url"
              .formatted(malformed.getOriginalMessage(), property));
    } catch (IOException unreadable) {
      throw new PermanentFailureException("what cannot be read: " + unreadable.getMessage());
    }
  }

  private Throwable named(String address, Throwable failure) {
    if (failure instanceof RefusedException) {
      return failure;
    }
    if (failure instanceof PermanentFailureException) {
      return new UpstreamException("%s answered with %s".formatted(address, failure.getMessage()));
    }
    return new UnavailableException(
        "%s (%s.url) is not available: %s".formatted(address, property, FailureReason.of(failure)));
  }

  private static String base(String property, ServerSettings settings) {
    String url =
        settings.url().orElseThrow(() -> new IllegalStateException(property + ".url is not set"));
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    if (!base.matches("https?://[^\\s/]+\\S*")) {
      throw new IllegalStateException(
          "%s.url is \"%s\": give an address such as http://127.0.0.1:8000"
              .formatted(property, url));
    }
    return base;
  }

  private static Supplier<Optional<String>> key(ServerSettings settings) {
    return settings
        .keyFile()
        .map(file -> KeyReference.file(file, Infrastructure.getDefaultWorkerPool()))
        .or(() -> settings.keyVariable().map(KeyReference::variable))
        .orElseGet(KeyReference::none);
  }
}
