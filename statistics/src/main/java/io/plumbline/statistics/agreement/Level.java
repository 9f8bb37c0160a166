package io.plumbline.statistics.agreement;

/** What a difference between two values means (Stevens' levels of measurement). */
public enum Level {
  /** Values are names: equal or not. */
  NOMINAL,
  /** Values have an order. */
  ORDINAL,
  /** Differences of values have a size. */
  INTERVAL
}
