package io.plumbline.trainer.recipe.graph;

import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.trainer.fault.Violations;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a recipe must hold before it is run. */
public final class RecipeValidation {
  private static final int MOST_STAGES = 100;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Violations violations = new Violations();
  private final Map<String, Stage> above = new HashMap<>();

  private RecipeValidation() {}

  /** Throws INVALID_ARGUMENT with all that is wrong. */
  public static void check(CreateRecipeRunRequest request) {
    var validation = new RecipeValidation();
    validation.violations.require(
        !request.getRequestId().isBlank(), "request_id", "must be set by the client");
    validation.recipe(request.getSpec());
    validation.violations.raise();
  }

  private void recipe(RecipeSpec recipe) {
    int count = recipe.getStagesCount();
    violations.require(
        count >= 1 && count <= MOST_STAGES, "spec.stages", "must be 1 to " + MOST_STAGES);
    var graph = new RecipeGraph(recipe);
    for (int i = 0; i < count; i++) {
      Stage stage = recipe.getStages(i);
      String field = "spec.stages[%d]".formatted(i);
      violations.require(
          NAME.matcher(stage.getName()).matches(),
          field + ".name",
          "'%s' must be 1 to 64 letters, digits, '-' or '_'".formatted(stage.getName()));
      violations.require(
          !above.containsKey(stage.getName()),
          field + ".name",
          "'%s' is taken by a stage above".formatted(stage.getName()));
      new StageRules(violations, above, graph).check(stage, field);
      above.putIfAbsent(stage.getName(), stage);
    }
  }
}
