package io.plumbline.objectives.feedback;

/**
 * The loss of one item whose label may have been flipped: with probability σ(γ) an item that the
 * user likes was not clicked.
 */
public interface NoisyLabelLoss {
  /**
   * Value and derivatives; what the loss detaches is taken at the held values.
   *
   * @param score s, the user's preference for the item
   * @param flip γ, the flip score
   * @param heldScore s where it is detached
   * @param heldFlip γ where it is detached
   * @param clicked the observed label
   */
  NoisyTerm at(double score, double flip, double heldScore, double heldFlip, boolean clicked);
}
