package io.plumbline.cli.report;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what the report needs out of sampled stories. */
final class Stories {
  private Stories() {}

  static String text(Completion completion) {
    return text(completion.getPartsList());
  }

  static String opening(Completion completion) {
    return completion.getPrompt().getMessagesList().stream()
        .map(message -> text(message.getPartsList()))
        .collect(Collectors.joining(" "));
  }

  static List<String> openings(List<ScoredCompletion> stories) {
    return stories.stream().map(story -> story.getCompletion().getPrompt().getId()).toList();
  }

  /** Tokens of every story. */
  static double[] tokens(List<ScoredCompletion> stories) {
    return stories.stream().mapToDouble(story -> story.getCompletion().getTokens()).toArray();
  }

  /**
   * The log-probability of every story.
   *
   * @throws IllegalArgumentException if a story does not carry exactly one
   */
  static double[] logProbabilities(List<ScoredCompletion> stories) {
    return stories.stream()
        .mapToDouble(
            story -> {
              var measured = story.getLogProbabilitiesMap();
              if (measured.size() != 1) {
                throw new IllegalArgumentException(
                    "story "
                        + story.getCompletion().getId()
                        + " carries "
                        + measured.size()
                        + " log-probabilities, must be 1");
              }
              return measured.values().iterator().next();
            })
        .toArray();
  }

  private static String text(List<ContentPart> parts) {
    return parts.stream().map(ContentPart::getText).collect(Collectors.joining());
  }
}
