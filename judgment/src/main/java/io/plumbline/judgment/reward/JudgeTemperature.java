package io.plumbline.judgment.reward;

import static java.util.Objects.requireNonNull;

/**
 * The τ that a judge divides a difference of rewards by.
 *
 * @param value above 0, in units of the reward
 */
public record JudgeTemperature(double value, Source source) {
  /** Where no one says anything else. */
  public static final JudgeTemperature DEFAULT = new JudgeTemperature(1, Source.DEFAULT);

  /** Who says so, the one that goes before the others first. */
  public enum Source {
    REQUEST("as asked for"),
    SETTINGS("of the service's settings"),
    MODEL("fitted when the model was trained"),
    DEFAULT("not fitted");

    private final String words;

    Source(String words) {
      this.words = words;
    }
  }

  public JudgeTemperature {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("temperature is " + value + ", not above 0");
    }
    requireNonNull(source, "source is null");
  }

  /** Such as {@code temperature 0.5 (as asked for)}. */
  String inWords() {
    return "temperature " + value + " (" + source.words + ")";
  }
}
