package io.plumbline.judgment.replay;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.ContentPart;
import io.plumbline.preference.message.MediaKind;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.MediaSource;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.TextPart;
import java.util.OptionalInt;

/**
 * Requests as rows of OpenAI's batch files, with what judge-service sends besides; {@code
 * custom_id} is the {@link RequestKey}, so that a file that holds a request twice repeats it.
 */
public final class BatchRequestFormat {
  private static final int ALTERNATIVES = 20;

  private final String model;
  private final double temperature;
  private final OptionalInt maximumTokens;

  /**
   * @param model the name that the endpoint knows the judge by
   * @param temperature at least 0
   * @param maximumTokens of an answer, reasoning included, instead of what the protocol needs; sent
   *     as {@code max_completion_tokens}, since reasoning models refuse {@code max_tokens}
   */
  public BatchRequestFormat(String model, double temperature, OptionalInt maximumTokens) {
    this.model = requireNonNull(model, "model is null");
    this.temperature = temperature;
    this.maximumTokens = requireNonNull(maximumTokens, "maximumTokens is null");
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
    body.put("temperature", temperature);
    if (maximumTokens.isPresent()) {
      body.put("max_completion_tokens", maximumTokens.getAsInt());
    } else {
      body.put("max_tokens", request.maximumTokens());
    }
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
        add(parts.addObject(), medium);
      } else {
        parts.addObject().put("type", "text").put("text", ((TextPart) part).text());
      }
    }
    return parts;
  }

  private static void add(ObjectNode part, MediaPart medium) {
    if (medium.kind() == MediaKind.AUDIO && medium.source() instanceof MediaSource.Inline inline) {
      part.put("type", "input_audio")
          .putObject("input_audio")
          .put("data", inline.base64())
          .put("format", AudioFormat.of(inline.mediaType()));
      return;
    }
    String type = medium.kind().wireName() + "_url";
    part.put("type", type).putObject(type).put("url", medium.source().address());
  }
}
