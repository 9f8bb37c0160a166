package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Channel;

/** The loss of one completion as a function of its score and of one constant of its own. */
public interface SequenceLoss {
  /** Value and derivative by the score; finite for scores up to ±1e4. */
  SequenceTerm at(double score, double constant);

  /** The per-sequence channel that the constant is read from. */
  Channel constant();

  /** What a score is multiplied with to be logged as a reward: the loss's β. */
  double rewardScale();
}
