package io.plumbline.blackbox.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text's reward: the number of its words "good", "is" and "cat" minus that of "bad", "no", "not"
 * and "zx". Its sigmoid is answered where an activation is not refused, and always by the model
 * {@code stub-squashed}.
 */
final class WordReward {
  private WordReward() {}

  /**
   * The answer to a request of {@code input} or {@code messages}.
   *
   * @param field of a result that holds its numbers
   */
  static ObjectNode answer(JsonNode body, String field) {
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("object", "list")
            .put("model", body.path("model").asText());
    ArrayNode data = answer.putArray("data");
    int index = 0;
    for (String text : texts(body)) {
      data.addObject().put("index", index++).putArray(field).add(reward(body, text));
    }
    return answer;
  }

  private static double reward(JsonNode body, String text) {
    boolean squashed = body.path("model").asText().equals("stub-squashed");
    double reward = of(text);
    return squashed || body.path("use_activation").asBoolean(true)
        ? 1 / (1 + Math.exp(-reward))
        : reward;
  }

  private static double of(String text) {
    List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\W+"));
    long better = words.stream().filter(List.of("good", "is", "cat")::contains).count();
    return better - words.stream().filter(List.of("bad", "no", "not", "zx")::contains).count();
  }

  private static List<String> texts(JsonNode body) {
    JsonNode messages = body.path("messages");
    if (!messages.isMissingNode()) {
      return List.of(messages.path(messages.size() - 1).path("content").asText());
    }
    return all(body.path("input"));
  }

  private static List<String> all(JsonNode input) {
    String[] texts = new String[input.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = input.path(i).asText();
    }
    return List.of(texts);
  }
}
