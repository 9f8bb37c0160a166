package io.plumbline.judgment.protocol;

import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values of a question under the placeholder names that AlpacaEval, Arena-Hard, MT-bench,
 * LLMBar and Prometheus use in their own template files.
 */
public final class PairwiseValues {
  private static final List<String> PROMPT =
      List.of(
          "prompt",
          "instruction",
          "orig_instruction",
          "question",
          "question_1",
          "input",
          "QUESTION");
  static final List<String> FIRST =
      List.of("output_1", "answer_a", "answer_1", "response_A", "response_a", "ANSWER_A");
  static final List<String> SECOND =
      List.of("output_2", "answer_b", "answer_2", "response_B", "response_b", "ANSWER_B");
  private static final int TWO_TURNS = 3;

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
    values.putIfAbsent("ref_answer_1", values.getOrDefault("reference", ""));
    values.putIfAbsent("ref_answer_2", values.get("ref_answer_1"));
    putTurns(values, shown.comparison().prompt(), first, second);
    putTurnsOfAnswers(
        values, shown.comparison().first().content(), shown.comparison().second().content());
    return values;
  }

  // MT-bench's two turns: a question, an answer that both share, a question, the answers.
  private static void putTurns(
      Map<String, String> values, Content prompt, String first, String second) {
    if (!(prompt instanceof Conversation dialogue) || dialogue.messages().size() < TWO_TURNS) {
      return;
    }
    List<Message> turns = dialogue.messages();
    values.put("question_1", turns.get(turns.size() - TWO_TURNS).text());
    String shared = turns.get(turns.size() - 2).text();
    values.put("answer_a_1", shared);
    values.put("answer_b_1", shared);
    values.put("question_2", turns.get(turns.size() - 1).text());
    values.put("answer_a_2", first);
    values.put("answer_b_2", second);
  }

  // Or each answer has turns of its own: its first answer, the second question, its second answer.
  private static void putTurnsOfAnswers(Map<String, String> values, Content first, Content second) {
    if (first instanceof Conversation one
        && second instanceof Conversation other
        && one.messages().size() == TWO_TURNS
        && other.messages().size() == TWO_TURNS) {
      values.put("answer_a_1", one.messages().get(0).text());
      values.put("answer_b_1", other.messages().get(0).text());
      values.put("question_2", one.messages().get(1).text());
      values.put("answer_a_2", one.messages().get(2).text());
      values.put("answer_b_2", other.messages().get(2).text());
    }
  }

  static boolean isFirst(String placeholder) {
    return FIRST.contains(placeholder) || placeholder.equals("answer_a_2");
  }

  static boolean isSecond(String placeholder) {
    return SECOND.contains(placeholder) || placeholder.equals("answer_b_2");
  }

  /** One turn as its text, several with the name of each speaker. */
  public static String rendered(Content content) {
    if (content instanceof Conversation dialogue && dialogue.messages().size() > 1) {
      return dialogue.messages().stream()
          .map(message -> message.role().wireName() + ": " + message.text())
          .collect(Collectors.joining("\n\n"));
    }
    return content.text();
  }
}
