package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.api.v1alpha1.SynthesizeResponse;
import io.plumbline.api.v1alpha1.SynthesizedPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A line of the journal: what came of one request. */
final class SynthesisRow {
  private static final String STATE = "VERDICT_STATE_";
  private static final String FAILED = "FAILED";

  private SynthesisRow() {}

  /** SHA-256 of the prompt and everything that it is asked under. */
  static String digest(SynthesizeRequest request) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(request.toByteArray()));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  static ObjectNode of(PromptRow prompt, String digest, SynthesizeResponse response) {
    ObjectNode row = row(prompt, digest, response.getState().name().substring(STATE.length()));
    row.put("detail", response.getDetail());
    ArrayNode pairs = row.putArray("pairs");
    response.getPairsList().forEach(pair -> pairs.add(pair(prompt, pair)));
    row.put("prompt_tokens", response.getUsage().getPromptTokens());
    row.put("completion_tokens", response.getUsage().getCompletionTokens());
    return row.put("cost", response.getUsage().getCost());
  }

  static ObjectNode failed(PromptRow prompt, String digest, String reason) {
    ObjectNode row = row(prompt, digest, FAILED).put("detail", reason);
    row.putArray("pairs");
    return row.put("prompt_tokens", 0).put("completion_tokens", 0).put("cost", 0.0);
  }

  private static ObjectNode row(PromptRow prompt, String digest, String state) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("digest", digest)
        .put("id", prompt.id())
        .put("state", state);
  }

  /** Whether asking again is of no use. */
  static boolean isDone(JsonNode row) {
    return !row.path("state").asText().equals(FAILED);
  }

  // TRL's columns: texts for a prompt that is a text, turns for one that is turns.
  private static ObjectNode pair(PromptRow prompt, SynthesizedPair pair) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", prompt.id() + "/" + pair.getRound());
    row.set("prompt", prompt.written());
    row.set("chosen", answer(prompt, pair.getChosen()));
    row.set("rejected", answer(prompt, pair.getRejected()));
    if (pair.hasProbability()) {
      row.put("probability", pair.getProbability());
    }
    return row;
  }

  private static JsonNode answer(PromptRow prompt, String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return prompt.written().isTextual()
        ? nodes.textNode(text)
        : nodes.arrayNode().add(nodes.objectNode().put("role", "assistant").put("content", text));
  }
}
