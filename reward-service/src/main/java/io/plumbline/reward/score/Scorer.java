package io.plumbline.reward.score;

import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.registry.ModelRegistry;
import io.plumbline.reward.registry.PublishedHead;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Scores completions with whichever model is asked for. */
@ApplicationScoped
public class Scorer {
  private final ModelRegistry registry;
  private final RelevanceModel relevance;
  private final HeadModel heads;
  private final ServedModel served;

  Scorer(ModelRegistry registry, RelevanceModel relevance, HeadModel heads, ServedModel served) {
    this.registry = registry;
    this.relevance = relevance;
    this.heads = heads;
    this.served = served;
  }

  public Uni<Rewards> score(Scoring scoring) {
    if (relevance.isBuiltIn(scoring.model().name())) {
      requireTexts(scoring);
      return registry
          .get(scoring.model())
          .chain(model -> relevance.score(scoring.texts(), scoring.principle()));
    }
    if (served.serves(scoring.model().name())) {
      requireTexts(scoring);
      return registry.get(scoring.model()).chain(model -> served.score(model, scoring.texts()));
    }
    return registry.head(scoring.model()).chain(head -> scored(head, scoring));
  }

  private Uni<Rewards> scored(PublishedHead head, Scoring scoring) {
    return scoring
        .embeddings()
        .map(rows -> Uni.createFrom().item(() -> heads.score(head, scoring.texts(), rows)))
        .orElseGet(() -> heads.score(head, scoring.texts()));
  }

  private static void requireTexts(Scoring scoring) {
    if (scoring.embeddings().isPresent()) {
      throw new InvalidFieldException(
          "embeddings",
          "are read by heads, and %s is none: give texts".formatted(scoring.model().name()));
    }
  }
}
