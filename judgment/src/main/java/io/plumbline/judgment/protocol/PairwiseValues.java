package io.plumbline.judgment.protocol;

import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values of a question under the placeholder names that AlpacaEval, Arena-Hard, MT-bench,
 * LLMBar and Prometheus use in their own template files.
 */
final class PairwiseValues {
  private static final List<String> PROMPT =
      List.of(
          "prompt",
          "instruction",
          "orig_instruction",
          "question",
          "question_1",
          "input",
          "QUESTION");
  private static final List<String> FIRST =
      List.of("output_1", "answer_a", "answer_1", "response_A", "response_a", "ANSWER_A");
  private static final List<String> SECOND =
      List.of("output_2", "answer_b", "answer_2", "response_B", "response_b", "ANSWER_B");

  private PairwiseValues() {}

  /** In the order shown: the comparison's first completion fills the first place. */
  static Map<String, String> of(Question shown) {
    Map<String, String> values = new TreeMap<>(shown.material());
    String prompt = rendered(shown.comparison().prompt());
    String first = rendered(shown.comparison().first().content());
    String second = rendered(shown.comparison().second().content());
    PROMPT.forEach(name -> values.put(name, prompt));
    FIRST.forEach(name -> values.put(name, first));
    SECOND.forEach(name -> values.put(name, second));
    values.put("principle", shown.principle());
    return values;
  }

  /** One turn as its text, several with the name of each speaker. */
  static String rendered(Content content) {
    if (content instanceof Conversation dialogue && dialogue.messages().size() > 1) {
      return dialogue.messages().stream()
          .map(message -> message.role().wireName() + ": " + message.text())
          .collect(Collectors.joining("\n\n"));
    }
    return content.text();
  }
}
