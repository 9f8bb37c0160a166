package io.plumbline.objectives.divergence;

/**
 * How the log-ratio of a completion becomes the score that a loss compares.
 *
 * <p>Under an f-divergence constraint the implicit reward is β f′(π/π_ref) (f-DPO,
 * arXiv:2309.16240, theorem 1), so a transform is {@code u ↦ f′(e^u)}.
 */
public interface ScoreTransform {
  /** Score at log-ratio {@code u}; finite for every finite argument. */
  double score(double u);

  /** Derivative of {@link #score} at {@code u}. */
  double slope(double u);

  /** What is logged as the reward before it is scaled by β: the log-ratio itself, as in TRL. */
  default double reward(double u) {
    return u;
  }
}
