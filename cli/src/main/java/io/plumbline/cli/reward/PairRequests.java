package io.plumbline.cli.reward;

import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.preference.PreferencePair;

/** Pairs of a file on the wire. */
final class PairRequests {
  private PairRequests() {}

  static io.plumbline.api.v1alpha1.PreferencePair pair(int number, PreferencePair pair) {
    io.plumbline.api.v1alpha1.PreferencePair.Builder built =
        io.plumbline.api.v1alpha1.PreferencePair.newBuilder()
            .setId(pair.id().isEmpty() ? "pair " + number : pair.id())
            .setPrompt(Prompt.newBuilder().setId(promptKey(number, pair)))
            .addChosen(part(pair.chosen().content().text()))
            .addRejected(part(pair.rejected().content().text()))
            .setAnnotator(pair.annotator());
    pair.margin().ifPresent(built::setMargin);
    pair.probability().ifPresent(built::setProbability);
    return built.build();
  }

  /** What tells prompts apart: the prompt's text, or the row where it is empty. */
  static String promptKey(int number, PreferencePair pair) {
    String prompt = pair.prompt().text();
    return prompt.isBlank() ? "pair " + number : prompt;
  }

  static ContentPart part(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }
}
