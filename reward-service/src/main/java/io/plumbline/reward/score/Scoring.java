package io.plumbline.reward.score;

import io.plumbline.reward.registry.ModelReference;
import java.util.List;

/**
 * Completions to be scored by one model.
 *
 * @param principle what a principle-conditioned model scores against; may be empty for others
 */
public record Scoring(ModelReference model, List<ScoredText> texts, String principle) {
  public Scoring {
    texts = List.copyOf(texts);
  }
}
