package io.plumbline.trainer.recipe.graph;

import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.Stage;
import java.util.Optional;

/** The stages of a recipe by name, and whence they have what they read. */
public final class RecipeGraph {
  private final RecipeSpec recipe;

  public RecipeGraph(RecipeSpec recipe) {
    this.recipe = recipe;
  }

  public Optional<Stage> stage(String name) {
    return recipe.getStagesList().stream()
        .filter(stage -> stage.getName().equals(name))
        .findFirst();
  }

  /**
   * The annotate stage that gave the completions of {@code stage} their rewards, the nearest one
   * going up; empty when none did.
   */
  public Optional<Stage> annotationOf(String stage) {
    Optional<Stage> current = stage(stage);
    while (current.isPresent()) {
      Stage found = current.get();
      if (found.hasAnnotate()) {
        return current;
      }
      current =
          found.hasLogProbability()
              ? stage(found.getLogProbability().getCompletions())
              : Optional.empty();
    }
    return Optional.empty();
  }
}
