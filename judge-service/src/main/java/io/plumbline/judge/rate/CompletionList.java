package io.plumbline.judge.rate;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.MediaPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Completions of one prompt, each with an id of its own. */
record CompletionList(List<String> ids, Content prompt, List<Content> contents) {

  /** Prompt and completions, whose media go with every question. */
  List<Content> shown() {
    List<Content> shown = new ArrayList<>(List.of(prompt));
    shown.addAll(contents);
    return shown;
  }

  /**
   * For a model that reads texts only.
   *
   * @throws InvalidRequestException if there are media
   */
  void requireText() {
    boolean media =
        shown().stream()
            .filter(Conversation.class::isInstance)
            .flatMap(content -> ((Conversation) content).messages().stream())
            .flatMap(message -> message.parts().stream())
            .anyMatch(MediaPart.class::isInstance);
    if (media) {
      throw new InvalidRequestException(
          "judge.model", "must be chat:NAME where there are media: reward models read texts only");
    }
  }

  /**
   * @throws InvalidRequestException naming the field at fault
   */
  static CompletionList of(Prompt prompt, List<Completion> completions, int least, int most) {
    if (completions.size() < least || completions.size() > most) {
      throw new InvalidRequestException(
          "completions", "must hold " + least + " to " + most + ", holds " + completions.size());
    }
    List<String> ids = new ArrayList<>();
    List<Content> contents = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < completions.size(); i++) {
      String field = "completions[" + i + "]";
      String id = completions.get(i).getId();
      if (id.isBlank() || !seen.add(id)) {
        throw new InvalidRequestException(field + ".id", "must be an id that no other has");
      }
      ids.add(id);
      contents.add(ComparisonMapping.completion(completions.get(i), field).content());
    }
    return new CompletionList(ids, ComparisonMapping.prompt(prompt, "prompt"), contents);
  }
}
