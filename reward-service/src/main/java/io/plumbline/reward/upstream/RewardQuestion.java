package io.plumbline.reward.upstream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The body of a request to {@code /classify} or {@code /pooling}.
 *
 * <p>{@code use_activation} is always written: where it is absent, vLLM gives the sigmoid or
 * softmax of a reward in its place (vllm-project/vllm issues 12791 and 30312).
 */
final class RewardQuestion {
  private RewardQuestion() {}

  static ObjectNode ofTexts(String model, List<Dialogue> dialogues, boolean activation) {
    ObjectNode body = body(model, activation);
    ArrayNode input = body.putArray("input");
    dialogues.forEach(dialogue -> input.add(dialogue.text()));
    return body;
  }

  static ObjectNode ofMessages(String model, Dialogue dialogue, boolean activation) {
    ObjectNode body = body(model, activation);
    ArrayNode messages = body.putArray("messages");
    dialogue
        .prompt()
        .forEach(turn -> messages.addObject().put("role", turn.role()).put("content", turn.text()));
    messages.addObject().put("role", "assistant").put("content", dialogue.completion());
    return body;
  }

  private static ObjectNode body(String model, boolean activation) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("model", model)
        .put("use_activation", activation);
  }
}
