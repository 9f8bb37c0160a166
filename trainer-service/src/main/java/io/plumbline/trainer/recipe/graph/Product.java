package io.plumbline.trainer.recipe.graph;

import io.plumbline.api.v1alpha1.Stage;

/** What a stage leaves for the stages below it. */
public enum Product {
  PROMPTS("prompts"),
  COMPLETIONS("completions"),
  PAIRS("pairs"),
  REWARD_MODEL("a reward model"),
  CHECKPOINT("a checkpoint"),
  EVALUATION("an evaluation"),
  NOTHING("nothing");

  private final String title;

  Product(String title) {
    this.title = title;
  }

  /** For messages. */
  public String title() {
    return title;
  }

  public static Product of(Stage stage) {
    return switch (stage.getKindCase()) {
      case PROMPTS -> PROMPTS;
      case SAMPLE, ANNOTATE, LOG_PROBABILITY -> COMPLETIONS;
      case PAIR -> PAIRS;
      case TRAIN_REWARD -> REWARD_MODEL;
      case TRAIN -> CHECKPOINT;
      case EVALUATE -> EVALUATION;
      case KIND_NOT_SET -> NOTHING;
    };
  }
}
