package io.plumbline.objectives;

/** What the values of a channel may be, beyond being finite. */
public enum Range {
  /** Any finite number. */
  REAL("finite"),
  /** Zero or more. */
  NON_NEGATIVE("zero or more"),
  /** From zero to one. */
  PROBABILITY("from zero to one"),
  /** Zero or one. */
  BINARY("zero or one");

  private final String description;

  Range(String description) {
    this.description = description;
  }

  /** This range in words, as an error message says it. */
  public String description() {
    return description;
  }

  /** Whether {@code value} is in this range; never true of NaN or an infinity. */
  public boolean contains(double value) {
    return switch (this) {
      case REAL -> Double.isFinite(value);
      case NON_NEGATIVE -> value >= 0 && Double.isFinite(value);
      case PROBABILITY -> value >= 0 && value <= 1;
      case BINARY -> value == 0 || value == 1;
    };
  }
}
