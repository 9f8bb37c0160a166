package io.plumbline.trainer.recipe.graph;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A model that is named by the stage that makes it: {@code stage:NAME}, or {@code
 * reward:stage:NAME} where a reward model stands among other models.
 *
 * @param prefix what stands before {@code stage:}, empty or {@code reward:}
 * @param stage the stage's name
 */
public record StageReference(String prefix, String stage) {
  private static final String STAGE = "stage:";
  private static final String REWARD = "reward:";

  /** Empty when {@code name} names no stage but a model as such. */
  public static Optional<StageReference> parse(String name) {
    if (name.startsWith(STAGE)) {
      return Optional.of(new StageReference("", name.substring(STAGE.length())));
    }
    if (name.startsWith(REWARD + STAGE)) {
      return Optional.of(
          new StageReference(REWARD, name.substring(REWARD.length() + STAGE.length())));
    }
    return Optional.empty();
  }

  /** {@code name} with the stage replaced by what it made; other names stay as they are. */
  public static String resolve(String name, UnaryOperator<String> madeBy) {
    return parse(name)
        .map(reference -> reference.prefix() + madeBy.apply(reference.stage()))
        .orElse(name);
  }
}
