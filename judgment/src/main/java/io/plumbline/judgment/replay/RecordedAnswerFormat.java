package io.plumbline.judgment.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.preference.format.BadFieldException;
import io.plumbline.preference.format.RowFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Columns {@code key} (or {@code custom_id}, as in OpenAI's batch files), {@code completion}, and
 * optionally {@code stop} and {@code logprobs}, an object of first tokens. Of a batch file's rows
 * {@code response.body} is read.
 */
public final class RecordedAnswerFormat implements RowFormat<RecordedAnswer> {

  @Override
  public RecordedAnswer read(ObjectNode row) throws BadFieldException {
    String key = row.hasNonNull("key") ? row.get("key").asText() : row.path("custom_id").asText();
    if (key.isEmpty()) {
      throw new BadFieldException("key", "is missing; it comes from the requests file");
    }
    JsonNode choice = row.path("response").path("body").path("choices").path(0);
    if (!choice.isMissingNode()) {
      return new RecordedAnswer(
          key,
          new JudgeReply.Answered(
              choice.path("message").path("content").asText(""),
              choice.path("finish_reason").asText(""),
              choice.path("message").path("refusal").asText(""),
              firstTokens(choice.path("logprobs").path("content").path(0).path("top_logprobs"))));
    }
    JsonNode completion = row.path("completion");
    if (!completion.isTextual()) {
      throw new BadFieldException("completion", "must be a string");
    }
    return new RecordedAnswer(
        key,
        new JudgeReply.Answered(
            completion.textValue(), row.path("stop").asText(""), "", logprobs(row)));
  }

  @Override
  public ObjectNode write(RecordedAnswer recorded) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("key", recorded.key());
    row.put("completion", recorded.answer().text());
    row.put("stop", recorded.answer().finishReason());
    ObjectNode tokens = row.putObject("logprobs");
    recorded.answer().firstToken().forEach(tokens::put);
    return row;
  }

  private static Map<String, Double> logprobs(ObjectNode row) throws BadFieldException {
    Map<String, Double> tokens = new TreeMap<>();
    for (Map.Entry<String, JsonNode> token : row.path("logprobs").properties()) {
      if (!token.getValue().isNumber()) {
        throw new BadFieldException("logprobs." + token.getKey(), "must be a number");
      }
      tokens.put(token.getKey(), token.getValue().doubleValue());
    }
    return tokens;
  }

  private static Map<String, Double> firstTokens(JsonNode alternatives) {
    Map<String, Double> tokens = new TreeMap<>();
    for (JsonNode alternative : alternatives) {
      tokens.put(alternative.path("token").asText(), alternative.path("logprob").asDouble(-9999));
    }
    return tokens;
  }
}
