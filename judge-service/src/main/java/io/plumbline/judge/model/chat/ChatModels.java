package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.judge.model.cache.AnswerCache;
import io.plumbline.judge.model.guard.GuardLimits;
import io.plumbline.judge.model.guard.ModelGuard;
import io.plumbline.judge.settings.ChatSettings;
import io.plumbline.judge.settings.JudgeSettings;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** The endpoints that the service was configured with; no other can be asked. */
@ApplicationScoped
public class ChatModels {
  private final Map<String, CachedChatModel> byName = new TreeMap<>();

  ChatModels(JudgeSettings settings, ObjectMapper mapper, AnswerCache cache) {
    AnswerReader answers = new AnswerReader(mapper);
    settings
        .chat()
        .forEach(
            (name, chat) ->
                chat.url()
                    .filter(url -> !url.isBlank())
                    .ifPresent(
                        url ->
                            byName.put(
                                name,
                                new CachedChatModel(
                                    model(name, url, chat, answers), cache, chat.cache()))));
  }

  public Optional<CachedChatModel> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** By the NAME of {@code chat:NAME}. */
  public Map<String, CachedChatModel> all() {
    return Map.copyOf(byName);
  }

  private static ChatModel model(
      String name, String url, ChatSettings settings, AnswerReader answers) {
    return new ChatModel(
        url,
        settings.model().filter(model -> !model.isBlank()).orElse("default"),
        settings.verdict(),
        client(url, settings),
        key(settings),
        new ModelGuard(
            "chat:" + name,
            new GuardLimits(
                settings.deadline(),
                settings.concurrency(),
                settings.retries(),
                settings.backoff())),
        answers);
  }

  private static ChatCompletions client(String url, ChatSettings settings) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(URI.create(url))
        .connectTimeout(settings.deadline().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(settings.deadline().toMillis(), TimeUnit.MILLISECONDS)
        .property("microprofile.rest.client.disable.default.mapper", true)
        .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, settings.concurrency())
        .build(ChatCompletions.class);
  }

  private static Supplier<Optional<String>> key(ChatSettings settings) {
    return () -> settings.keyVariable().map(System::getenv).filter(key -> !key.isBlank());
  }
}
