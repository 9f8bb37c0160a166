package io.plumbline.judgment.verdict;

/** How a judgment ended; only {@link #OK} carries a winner that counts. */
public enum VerdictState {
  OK,
  /** The two orders named different winners. */
  INCONSISTENT,
  /** The judge's text held no verdict, or several that contradict each other. */
  UNPARSEABLE,
  /** The judge declined to judge. */
  REFUSED,
  /** Label probabilities were asked for and the model gave none. */
  NO_LOGPROBS,
  /** The call failed. */
  FAILED
}
