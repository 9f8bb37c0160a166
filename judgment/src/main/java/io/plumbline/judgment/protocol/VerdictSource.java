package io.plumbline.judgment.protocol;

/** What of a model's answer decides. */
public enum VerdictSource {
  /** The labels' log-probabilities; a model that gives none ends in NO_LOGPROBS. */
  PROBABILITIES,
  /** What the model wrote. */
  TEXT,
  /**
   * The labels' log-probabilities where the model gives them and the labels have at least half of
   * the first token's probability, else what it wrote; the verdict then has no probability.
   */
  PROBABILITIES_OR_TEXT
}
