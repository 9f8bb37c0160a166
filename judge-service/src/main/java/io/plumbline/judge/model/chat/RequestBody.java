package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.ContentPart;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.TextPart;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON of a chat completion request; the same request always has the same bytes. */
final class RequestBody {
  private static final JsonFactory JSON = new JsonFactory();

  private RequestBody() {}

  static byte[] of(String model, JudgeRequest request, Sampling sampling) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("model", model);
      json.writeArrayFieldStart("messages");
      for (Message message : request.messages()) {
        message(json, message);
      }
      json.writeEndArray();
      sampling(json, sampling);
      length(json, request, sampling);
      labels(json, request, sampling);
      json.writeEndObject();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a request has no JSON form", impossible);
    }
  }

  private static void message(JsonGenerator json, Message message) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", message.role().wireName());
    if (message.parts().stream().allMatch(TextPart.class::isInstance)) {
      json.writeStringField("content", message.text());
    } else {
      json.writeArrayFieldStart("content");
      for (ContentPart part : message.parts()) {
        if (part instanceof MediaPart media) {
          MediaBody.write(json, media);
        } else {
          json.writeStartObject();
          json.writeStringField("type", "text");
          json.writeStringField("text", ((TextPart) part).text());
          json.writeEndObject();
        }
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void sampling(JsonGenerator json, Sampling sampling) throws IOException {
    json.writeNumberField("temperature", sampling.temperature());
    if (sampling.topP().isPresent()) {
      json.writeNumberField("top_p", sampling.topP().getAsDouble());
    }
    if (sampling.topK().isPresent()) {
      json.writeNumberField("top_k", sampling.topK().getAsInt());
    }
    if (sampling.seed().isPresent()) {
      json.writeNumberField("seed", sampling.seed().getAsLong());
    }
    if (sampling.reasoningEffort().isPresent()) {
      json.writeStringField("reasoning_effort", sampling.reasoningEffort().get());
    }
    if (sampling.responseSchema().isPresent()) {
      json.writeObjectFieldStart("response_format");
      json.writeStringField("type", "json_schema");
      json.writeObjectFieldStart("json_schema");
      json.writeStringField("name", "answer");
      json.writeBooleanField("strict", true);
      json.writeFieldName("schema");
      json.writeRawValue(sampling.responseSchema().get().toString());
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  // Reasoning models of the OpenAI kind refuse max_tokens; many other servers know nothing else.
  private static void length(JsonGenerator json, JudgeRequest request, Sampling sampling)
      throws IOException {
    if (sampling.maximumTokens().isPresent()) {
      json.writeNumberField("max_completion_tokens", sampling.maximumTokens().getAsInt());
    } else {
      json.writeNumberField("max_tokens", request.maximumTokens());
    }
  }

  private static void labels(JsonGenerator json, JudgeRequest request, Sampling sampling)
      throws IOException {
    if (request.labels().isEmpty()) {
      return;
    }
    json.writeBooleanField("logprobs", true);
    if (sampling.tokens().isEmpty()) {
      json.writeNumberField("top_logprobs", sampling.alternatives());
    } else {
      json.writeArrayFieldStart("logprob_token_ids");
      for (int token : sampling.tokens()) {
        json.writeNumber(token);
      }
      json.writeEndArray();
    }
  }
}
