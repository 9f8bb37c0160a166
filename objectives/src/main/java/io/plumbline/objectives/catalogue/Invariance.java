package io.plumbline.objectives.catalogue;

/** A change of the input that leaves the total loss as it was. */
public enum Invariance {
  /** Reordering the examples of a batch. */
  EXAMPLE_ORDER("order of examples"),
  /** Reordering the tokens within every completion, in all channels alike. */
  TOKEN_ORDER("order of tokens"),
  /** Adding one constant per token to policy and reference of a completion alike. */
  REFERENCE_SHIFT("shift of policy and reference together"),
  /** Adding one constant to the policy's summed log-probability of every completion. */
  COMMON_SHIFT("common shift of an example's log-probabilities or scores"),
  /** Appending a token to which policy and reference give probability one. */
  CERTAIN_TOKEN("appended certain token");

  private final String words;

  Invariance(String words) {
    this.words = words;
  }

  /** This invariance in words. */
  public String words() {
    return words;
  }
}
