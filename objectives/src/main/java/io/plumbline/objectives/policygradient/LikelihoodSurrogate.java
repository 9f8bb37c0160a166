package io.plumbline.objectives.policygradient;

/** −A · log-ratio: REINFORCE, whose gradient is −A ∇ log π. */
public record LikelihoodSurrogate() implements Surrogate {
  @Override
  public Term at(double logRatio, double advantage) {
    return new Term(-advantage * logRatio, -advantage, false, false);
  }
}
