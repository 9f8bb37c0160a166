package io.plumbline.judgment.choice;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * A question with lettered options, A first.
 *
 * @param instruction a system message before the question; may be empty
 * @param options at least two, at most 26
 */
public record ChoiceQuestion(String instruction, String text, List<String> options) {
  private static final int MOST_OPTIONS = 26;
  private static final int ANSWER_TOKENS = 8;
  private static final String FORM = "Reply with the letter of one option and nothing else.";

  public ChoiceQuestion {
    requireNonNull(instruction, "instruction is null");
    requireNonNull(text, "text is null");
    options = List.copyOf(options);
    if (options.size() < 2 || options.size() > MOST_OPTIONS) {
      throw new IllegalArgumentException("a question needs 2 to 26 options, has " + options.size());
    }
  }

  /** The letters of the options in their order. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      labels.add(label(i));
    }
    return labels;
  }

  static String label(int option) {
    return Character.toString('A' + option);
  }

  /** The same question with the options moved up by so many places, the first ones to the end. */
  public ChoiceQuestion rotated(int places) {
    List<String> rotated = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      rotated.add(options.get((i + places) % options.size()));
    }
    return new ChoiceQuestion(instruction, text, rotated);
  }

  /** The request, with the labels' log-probabilities unless the text alone decides. */
  public JudgeRequest request(VerdictSource source) {
    StringBuilder user = new StringBuilder(text).append('\n');
    for (int i = 0; i < options.size(); i++) {
      user.append(label(i)).append(". ").append(options.get(i)).append('\n');
    }
    return new JudgeRequest(
        List.of(
            Message.text(Role.SYSTEM, (instruction + " " + FORM).strip()),
            Message.text(Role.USER, user.append("Answer:").toString())),
        source == VerdictSource.TEXT ? List.of() : labels(),
        ANSWER_TOKENS);
  }
}
