package io.plumbline.judgment.verdict;

/** Which completion a judge was shown first. */
public enum ShownOrder {
  /** The comparison's first one. */
  FORWARD,
  /** Its second one. */
  REVERSE
}
