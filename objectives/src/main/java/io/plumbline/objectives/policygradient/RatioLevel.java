package io.plumbline.objectives.policygradient;

/** Over what the importance ratio is taken. */
public enum RatioLevel {
  /** Each token has its own ratio. */
  TOKEN,
  /** The geometric mean over the sequence's tokens (GSPO, arXiv:2507.18071). */
  SEQUENCE_MEAN,
  /** The product over the sequence's tokens (RLOO). */
  SEQUENCE
}
