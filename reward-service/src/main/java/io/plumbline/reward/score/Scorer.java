package io.plumbline.reward.score;

import io.plumbline.reward.registry.ModelRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Scores completions with whichever model is asked for. */
@ApplicationScoped
public class Scorer {
  private final ModelRegistry registry;
  private final RelevanceModel relevance;
  private final HeadModel heads;

  Scorer(ModelRegistry registry, RelevanceModel relevance, HeadModel heads) {
    this.registry = registry;
    this.relevance = relevance;
    this.heads = heads;
  }

  public Uni<Rewards> score(Scoring scoring) {
    if (relevance.isBuiltIn(scoring.model().name())) {
      return registry
          .get(scoring.model())
          .chain(model -> relevance.score(scoring.texts(), scoring.principle()));
    }
    return registry.head(scoring.model()).chain(head -> heads.score(head, scoring.texts()));
  }
}
