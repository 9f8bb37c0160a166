package io.plumbline.objectives.sequence;

/** The loss of one completion that is labelled desirable or undesirable. */
public interface LabelledLoss {
  /**
   * Value and derivative by the log-ratio.
   *
   * @param ratio summed log-ratio of policy and reference
   * @param desirable the label
   * @param baseline value of the {@link Baseline}, detached
   */
  SequenceTerm at(double ratio, boolean desirable, double baseline);

  /** What a log-ratio is multiplied with to be a reward: the loss's β. */
  double rewardScale();
}
