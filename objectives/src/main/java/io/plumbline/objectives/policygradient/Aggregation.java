package io.plumbline.objectives.policygradient;

/** How token losses become one number. */
public enum Aggregation {
  /** Mean over each sequence's tokens, then over sequences (GRPO). */
  SEQUENCE_MEAN,
  /** Mean over all tokens of the global batch (DAPO, BNPO). */
  TOKEN_MEAN,
  /** Sum over tokens divided by a constant length, then mean over sequences (Dr. GRPO). */
  CONSTANT_LENGTH,
  /** Sum over tokens, then mean over sequences (LUSPO). */
  SEQUENCE_SUM
}
