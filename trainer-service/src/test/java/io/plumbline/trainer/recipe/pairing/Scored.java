package io.plumbline.trainer.recipe.pairing;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.ScoredCompletion;

/** Short completions for tests. */
final class Scored {
  static final String MODEL = "relevance@1";

  private Scored() {}

  static ScoredCompletion completion(String prompt, String text) {
    return ScoredCompletion.newBuilder()
        .setCompletion(
            Completion.newBuilder()
                .setId(prompt + "-" + text)
                .setPrompt(Prompt.newBuilder().setId(prompt))
                .addParts(ContentPart.newBuilder().setText(text)))
        .build();
  }

  static ScoredCompletion completion(String prompt, String text, double reward) {
    return completion(prompt, text).toBuilder().putRewards(MODEL, reward).build();
  }
}
