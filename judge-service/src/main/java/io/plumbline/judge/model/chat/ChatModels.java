package io.plumbline.judge.model.chat;

import io.plumbline.judge.settings.ChatSettings;
import io.plumbline.judge.settings.JudgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The endpoints and models that the service was configured with; no other can be asked. */
@ApplicationScoped
public class ChatModels {
  private final Map<String, ChatSettings> entries = new TreeMap<>();
  private final Map<String, ChatModel> byName = new TreeMap<>();
  private final Map<Choice, ChatModel> chosen = new ConcurrentHashMap<>();
  private final ChatEntry models;

  private record Choice(String name, String model) {}

  ChatModels(JudgeSettings settings, ChatEntry models) {
    this.models = models;
    settings
        .chat()
        .forEach(
            (name, chat) -> {
              if (chat.replay().isPresent() || chat.url().filter(u -> !u.isBlank()).isPresent()) {
                entries.put(name, chat);
                byName.put(name, models.model(name, chat, ownModel(chat), false));
              }
            });
  }

  private static String ownModel(ChatSettings settings) {
    return settings.model().filter(model -> !model.isBlank()).orElse("default");
  }

  /** The model that an entry of the settings names. */
  public Optional<ChatModel> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** By the NAME of {@code chat:NAME}. */
  public Map<String, ChatModel> all() {
    return Map.copyOf(byName);
  }

  /** The entry with a base URL; a slash at its end says nothing. */
  public Optional<String> nameOf(String url) {
    return entries.entrySet().stream()
        .filter(
            entry -> entry.getValue().url().map(ChatModels::bare).equals(Optional.of(bare(url))))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String bare(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The models that a request may name at an entry. */
  public Set<String> allowed(String name) {
    ChatSettings settings = entries.get(name);
    Set<String> allowed = new TreeSet<>();
    allowed.add(ownModel(settings));
    settings.models().ifPresent(allowed::addAll);
    return allowed;
  }

  /**
   * A model of an entry's allow-list.
   *
   * @param name of an entry that there is
   * @param model one of {@link #allowed}
   */
  public ChatModel model(String name, String model) {
    ChatSettings settings = entries.get(name);
    if (model.equals(ownModel(settings))) {
      return byName.get(name);
    }
    return chosen.computeIfAbsent(
        new Choice(name, model), choice -> models.model(name, settings, model, true));
  }
}
