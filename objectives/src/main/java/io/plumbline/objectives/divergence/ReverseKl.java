package io.plumbline.objectives.divergence;

/** Reverse KL, the divergence of DPO: the score is the log-ratio itself. */
public record ReverseKl() implements ScoreTransform {
  @Override
  public double score(double u) {
    return u;
  }

  @Override
  public double slope(double u) {
    return 1;
  }
}
