package io.plumbline.judge.judging;

import io.plumbline.api.v1alpha1.ChatEndpoint;
import io.plumbline.judge.model.chat.ChatModel;
import io.plumbline.judge.model.chat.ChatModels;
import io.plumbline.judge.request.InvalidRequestException;

/** Finds the chat model that a specification names, within the service's allow-list. */
final class ChatChoice {
  private final ChatModels models;

  ChatChoice(ChatModels models) {
    this.models = models;
  }

  /**
   * @param name after {@code chat:}
   * @param field the specification's path in the request
   * @throws InvalidRequestException naming what is not allowed
   */
  ChatModel of(String name, ChatEndpoint endpoint, String field) {
    String entry = entry(name, endpoint, field);
    if (endpoint.getModel().isEmpty()) {
      return models.named(entry).orElseThrow();
    }
    if (!models.allowed(entry).contains(endpoint.getModel())) {
      throw new InvalidRequestException(
          field + ".endpoint.model",
          "'"
              + endpoint.getModel()
              + "' is none of "
              + models.allowed(entry)
              + "; plumbline.judge.chat."
              + entry
              + ".models allows more");
    }
    return models.model(entry, endpoint.getModel());
  }

  private String entry(String name, ChatEndpoint endpoint, String field) {
    if (endpoint.getUrl().isEmpty()) {
      if (models.named(name).isEmpty()) {
        throw new InvalidRequestException(
            field + ".model",
            "chat:"
                + name
                + " is not configured; known are "
                + models.all().keySet()
                + "; set PLUMBLINE_JUDGE_URL for chat:default");
      }
      return name;
    }
    // Several entries may have one URL, with a key or a sampling of their own each.
    if (models.isAt(name, endpoint.getUrl())) {
      return name;
    }
    String entry =
        models
            .nameOf(endpoint.getUrl())
            .orElseThrow(
                () ->
                    new InvalidRequestException(
                        field + ".endpoint.url",
                        "is not in this service's settings; plumbline.judge.chat.NAME.url allows"
                            + " it"));
    if (!name.isEmpty() && !name.equals(entry)) {
      throw new InvalidRequestException(
          field + ".endpoint.url", "is that of chat:" + entry + ", not of chat:" + name);
    }
    return entry;
  }
}
