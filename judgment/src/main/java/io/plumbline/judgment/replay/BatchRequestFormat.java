package io.plumbline.judgment.replay;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.reply.JudgeRequest;

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
                    .put("content", message.text()));
    body.put("max_tokens", request.maximumTokens());
    if (!request.labels().isEmpty()) {
      body.put("logprobs", true).put("top_logprobs", ALTERNATIVES);
    }
    return row;
  }
}
