package io.plumbline.trainer.recipe.pairing;

import io.plumbline.api.v1alpha1.ScoredCompletion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completions by prompt id, both in the order they came in. */
final class PromptGroups {
  private PromptGroups() {}

  static Map<String, List<ScoredCompletion>> of(List<ScoredCompletion> completions) {
    Map<String, List<ScoredCompletion>> groups = new LinkedHashMap<>();
    for (ScoredCompletion completion : completions) {
      groups
          .computeIfAbsent(
              completion.getCompletion().getPrompt().getId(), prompt -> new ArrayList<>())
          .add(completion);
    }
    return groups;
  }
}
