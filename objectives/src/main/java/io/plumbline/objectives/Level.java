package io.plumbline.objectives;

/** How fine a channel is: how many values it holds for a {@link BatchShape}. */
public enum Level {
  /** One value per completion token. */
  TOKEN,
  /** One value per sequence (completion, or step in the steps layout). */
  SEQUENCE,
  /** One value per example (sequence, pair, list, group or trajectory). */
  EXAMPLE;

  /** Number of values that a channel of this level holds for {@code shape}. */
  public int size(BatchShape shape) {
    return switch (this) {
      case TOKEN -> shape.tokens();
      case SEQUENCE -> shape.sequences();
      case EXAMPLE -> shape.examples();
    };
  }
}
