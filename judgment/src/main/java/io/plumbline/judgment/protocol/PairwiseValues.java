package io.plumbline.judgment.protocol;

import io.plumbline.preference.Comparison;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of a comparison under the placeholder names that AlpacaEval, Arena-Hard, MT-bench,
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
  static Map<String, String> of(Comparison shown, String principle) {
    Map<String, String> values = new TreeMap<>();
    PROMPT.forEach(name -> values.put(name, shown.prompt().text()));
    FIRST.forEach(name -> values.put(name, shown.first().content().text()));
    SECOND.forEach(name -> values.put(name, shown.second().content().text()));
    values.put("principle", principle);
    return values;
  }
}
