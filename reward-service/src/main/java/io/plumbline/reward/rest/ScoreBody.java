package io.plumbline.reward.rest;

import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.posted.PostedRows;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.score.ScoredText;
import io.plumbline.reward.score.Scoring;
import io.plumbline.reward.upstream.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code POST /v1alpha1/score} is asked. */
public record ScoreBody(String model, String principle, List<Text> completions) {
  /**
   * One completion.
   *
   * @param prompt what it answers to; only models {@code upstream:NAME} read it
   * @param embedding in the place of {@code text}; for all completions or none
   */
  public record Text(String id, String prompt, String text, float[] embedding) {
    private ScoredText scored() {
      List<Turn> turns =
          prompt == null || prompt.isEmpty() ? List.of() : List.of(Turn.ofUser(prompt));
      return ScoredText.of(orEmpty(id), turns, orEmpty(text));
    }
  }

  Scoring scoring() {
    if (completions == null) {
      throw new InvalidFieldException("completions", "is absent: give a list of {id, text}");
    }
    return new Scoring(
        ModelReference.parse("model", orEmpty(model)),
        completions.stream().map(Text::scored).toList(),
        orEmpty(principle),
        embeddings());
  }

  private Optional<PostedRows> embeddings() {
    if (completions.stream().allMatch(text -> text.embedding == null)) {
      return Optional.empty();
    }
    List<float[]> rows = new ArrayList<>();
    for (int number = 0; number < completions.size(); number++) {
      if (completions.get(number).embedding == null) {
        throw new InvalidFieldException(
            field(number), "is absent: give one for every completion, or for none");
      }
      rows.add(completions.get(number).embedding);
    }
    return Optional.of(new PostedRows(rows, ScoreBody::field));
  }

  private static String field(int number) {
    return "completions[" + number + "].embedding";
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
