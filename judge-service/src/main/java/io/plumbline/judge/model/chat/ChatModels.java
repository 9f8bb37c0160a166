package io.plumbline.judge.model.chat;

import io.plumbline.judge.settings.ChatSettings;
import io.plumbline.judge.settings.JudgeSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The endpoints and models that the service was configured with; no other can be asked. */
@ApplicationScoped
public class ChatModels {
  private static final Logger LOG = Logger.getLogger(ChatModels.class);

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
                ChatChecks.check(name, chat);
                entries.put(name, chat);
                byName.put(name, models.model(name, chat, ownModel(chat), false));
              }
            });
  }

  /** Settings that cannot be meant end the start, not the first call. */
  void start(@Observes StartupEvent event) {
    LOG.debugf("chat models: %s", byName.keySet());
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

  /** The first entry with a base URL, by its name; a slash at the URL's end says nothing. */
  public Optional<String> nameOf(String url) {
    return entries.keySet().stream().filter(name -> isAt(name, url)).findFirst();
  }

  /** Whether there is an entry of a name, and it has a base URL. */
  public boolean isAt(String name, String url) {
    return entries.containsKey(name)
        && entries.get(name).url().map(ChatModels::bare).equals(Optional.of(bare(url)));
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
