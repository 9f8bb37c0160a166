package io.plumbline.reward.upstream;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a reward model judges: a completion and what it answers to.
 *
 * @param prompt may be empty
 */
public record Dialogue(List<Turn> prompt, String completion) {
  public Dialogue {
    prompt = List.copyOf(prompt);
    requireNonNull(completion, "completion is null");
  }

  /** The prompt's text with the completion right behind it. */
  String text() {
    return prompt.stream().map(Turn::text).collect(Collectors.joining("\n")) + completion;
  }
}
