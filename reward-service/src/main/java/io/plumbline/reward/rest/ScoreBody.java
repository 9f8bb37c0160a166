package io.plumbline.reward.rest;

import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.score.ScoredText;
import io.plumbline.reward.score.Scoring;
import java.util.List;

/** What {@code POST /v1alpha1/score} is asked. */
public record ScoreBody(String model, String principle, List<Text> completions) {

  /** One completion. */
  public record Text(String id, String text) {}

  Scoring scoring() {
    if (completions == null) {
      throw new InvalidFieldException("completions", "is absent: give a list of {id, text}");
    }
    return new Scoring(
        ModelReference.parse("model", orEmpty(model)),
        completions.stream()
            .map(text -> ScoredText.of(orEmpty(text.id), orEmpty(text.text)))
            .toList(),
        orEmpty(principle));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
