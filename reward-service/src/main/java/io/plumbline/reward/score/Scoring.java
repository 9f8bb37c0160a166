package io.plumbline.reward.score;

import static java.util.Objects.requireNonNull;

import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.posted.PostedRows;
import io.plumbline.reward.registry.ModelReference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Completions to be scored by one model.
 *
 * @param texts 1 to 1024, each with its own id
 * @param principle what a principle-conditioned model scores against, at most 8192 characters; may
 *     be empty for others
 * @param embeddings one row per text in the place of the texts, which are then empty
 */
public record Scoring(
    ModelReference model,
    List<ScoredText> texts,
    String principle,
    Optional<PostedRows> embeddings) {
  private static final int MOST_TEXTS = 1024;
  private static final int LONGEST_PRINCIPLE = 8192;
  private static final int LONGEST_TEXT = 200_000;

  public Scoring {
    requireNonNull(model, "model is null");
    requireNonNull(embeddings, "embeddings is null");
    texts = List.copyOf(texts);
    if (principle.length() > LONGEST_PRINCIPLE) {
      throw new InvalidFieldException(
          "principle",
          "has %d characters: at most %d are read"
              .formatted(principle.length(), LONGEST_PRINCIPLE));
    }
    if (texts.isEmpty() || texts.size() > MOST_TEXTS) {
      throw new InvalidFieldException(
          "completions", "has %d completions: give 1 to %d".formatted(texts.size(), MOST_TEXTS));
    }
    if (embeddings.isPresent() && embeddings.get().rows().size() != texts.size()) {
      throw new InvalidFieldException(
          "embeddings",
          "has %d rows for %d completions: give a row for each"
              .formatted(embeddings.get().rows().size(), texts.size()));
    }
    Set<String> ids = new HashSet<>();
    for (int number = 0; number < texts.size(); number++) {
      ScoredText text = texts.get(number);
      if (text.id().isEmpty() || !ids.add(text.id())) {
        throw new InvalidFieldException(
            "completions[" + number + "].id",
            "is \"" + text.id() + "\": give each completion its own id");
      }
      if (embeddings.isPresent() && !text.text().isEmpty()) {
        throw new InvalidFieldException(
            "completions[" + number + "].text",
            "has a text beside a posted embedding: give one of them");
      }
      if (text.text().length() > LONGEST_TEXT) {
        throw new InvalidFieldException(
            "completions[" + number + "].text",
            "has %d characters: at most %d are read".formatted(text.text().length(), LONGEST_TEXT));
      }
    }
  }

  /** Texts alone. */
  public Scoring(ModelReference model, List<ScoredText> texts, String principle) {
    this(model, texts, principle, Optional.empty());
  }
}
