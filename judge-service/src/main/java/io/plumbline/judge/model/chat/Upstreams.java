package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.judge.model.replay.Recorder;
import io.plumbline.judge.model.replay.Recording;
import io.plumbline.judge.settings.ChatSettings;
import io.plumbline.service.http.HttpEndpoint;
import io.plumbline.service.key.KeyReference;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Where the answers of an entry of the settings come from, one for all of its models. */
@ApplicationScoped
class Upstreams {
  private final Vertx vertx;
  private final ObjectMapper mapper;
  private final AnswerReader answers;
  private final Map<String, Upstream> byName = new ConcurrentHashMap<>();

  // Two entries may record to one file, which then has one writer.
  private final Map<Path, Recorder> recorders = new ConcurrentHashMap<>();

  Upstreams(Vertx vertx, ObjectMapper mapper) {
    this.vertx = vertx;
    this.mapper = mapper;
    this.answers = new AnswerReader(mapper);
  }

  Upstream of(String name, ChatSettings settings) {
    return byName.computeIfAbsent(
        name,
        any ->
            settings
                .replay()
                .map(this::replay)
                .orElseGet(() -> endpoint(settings.url().orElseThrow(), settings)));
  }

  private Upstream replay(Path file) {
    return new ReplayUpstream(
        Uni.createFrom()
            .item(Unchecked.supplier(() -> Recording.read(file, mapper)))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
        answers);
  }

  private Upstream endpoint(String url, ChatSettings settings) {
    HttpEndpoint endpoint =
        new HttpEndpoint(
            vertx.getDelegate(),
            url,
            settings.deadline(),
            settings.concurrency(),
            settings.largestAnswer());
    return new HttpUpstream(endpoint, key(settings), answers, recorder(settings));
  }

  private Optional<Recorder> recorder(ChatSettings settings) {
    return settings
        .record()
        .map(
            file ->
                recorders.computeIfAbsent(
                    file.toAbsolutePath().normalize(), path -> new Recorder(vertx, path)));
  }

  private static Supplier<Optional<String>> key(ChatSettings settings) {
    return settings
        .keyFile()
        .map(file -> KeyReference.file(file, Infrastructure.getDefaultWorkerPool()))
        .or(() -> settings.keyVariable().map(KeyReference::variable))
        .orElseGet(KeyReference::none);
  }
}
