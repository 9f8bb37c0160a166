package io.plumbline.blackbox.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody's OpenAI-compatible endpoint. As a judge it prefers the answer that says GOOD; a
 * question that says FLAKY is refused once with 503 and answered then. Texts are embedded by {@link
 * WordVector}, and rewarded by {@link WordReward} as vLLM serves reward models.
 */
public final class ModelEndpoint implements AutoCloseable {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, Boolean> seen = new ConcurrentHashMap<>();
  private final JsonServer server;

  public ModelEndpoint(InetSocketAddress address) throws IOException {
    server = new JsonServer(address, this::handle);
  }

  private JsonServer.Answer handle(String method, String path, JsonNode body) {
    return switch (path) {
      case "/v1/chat/completions" -> chat(body);
      case "/v1/embeddings" -> new JsonServer.Answer(200, embeddings(body));
      case "/classify" -> new JsonServer.Answer(200, WordReward.answer(body, "probs"));
      case "/pooling" -> new JsonServer.Answer(200, WordReward.answer(body, "data"));
      default -> new JsonServer.Answer(404, NODES.objectNode().put("error", "no such path"));
    };
  }

  private JsonServer.Answer chat(JsonNode body) {
    JsonNode messages = body.path("messages");
    String question = messages.path(messages.size() - 1).path("content").asText();
    if (question.contains("FLAKY") && seen.putIfAbsent(question, true) == null) {
      return new JsonServer.Answer(503, NODES.objectNode().put("error", "restarting"));
    }
    boolean firstIsGood = question.indexOf("GOOD") < question.indexOf("BAD");
    ObjectNode answer = NODES.objectNode().put("model", "stub-1");
    answer
        .putArray("choices")
        .addObject()
        .put("finish_reason", "stop")
        .putObject("message")
        .put("role", "assistant")
        .put("content", firstIsGood ? "A" : "B");
    answer.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 1);
    return new JsonServer.Answer(200, answer);
  }

  private static ObjectNode embeddings(JsonNode body) {
    ObjectNode answer = NODES.objectNode().put("object", "list").put("model", "stub-embedder");
    ArrayNode data = answer.putArray("data");
    int index = 0;
    for (JsonNode text : body.path("input")) {
      ArrayNode vector =
          data.addObject().put("object", "embedding").put("index", index++).putArray("embedding");
      for (double value : WordVector.of(text.asText())) {
        vector.add(value);
      }
    }
    return answer;
  }

  @Override
  public void close() {
    server.close();
  }
}
