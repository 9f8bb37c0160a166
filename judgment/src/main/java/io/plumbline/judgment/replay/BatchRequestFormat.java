package io.plumbline.judgment.replay;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.ContentPart;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.TextPart;

/** Requests as rows of OpenAI's batch files; {@code custom_id} is the {@link RequestKey}. */
public final class BatchRequestFormat {
  private static final int ALTERNATIVES = 20;

  private final String model;

  /**
   * @param model the name that the endpoint knows the judge by
   */
  public BatchRequestFormat(String model) {
    this.model = requireNonNull(model, "model is null");
  }

  public ObjectNode write(JudgeRequest request) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("custom_id", RequestKey.of(request));
    row.put("method", "POST").put("url", "/v1/chat/completions");
    ObjectNode body = row.putObject("body");
    body.put("model", model);
    ArrayNode messages = body.putArray("messages");
    request
        .messages()
        .forEach(
            message ->
                messages
                    .addObject()
                    .put("role", message.role().wireName())
                    .set("content", content(message)));
    body.put("max_tokens", request.maximumTokens());
    if (!request.labels().isEmpty()) {
      body.put("logprobs", true).put("top_logprobs", ALTERNATIVES);
    }
    return row;
  }

  // A text alone stays a string, which every endpoint reads.
  private static JsonNode content(Message message) {
    if (message.parts().stream().noneMatch(MediaPart.class::isInstance)) {
      return JsonNodeFactory.instance.textNode(message.text());
    }
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    for (ContentPart part : message.parts()) {
      if (part instanceof MediaPart medium) {
        String type = medium.kind().wireName() + "_url";
        parts.addObject().put("type", type).putObject(type).put("url", medium.source().address());
      } else {
        parts.addObject().put("type", "text").put("text", ((TextPart) part).text());
      }
    }
    return parts;
  }
}
