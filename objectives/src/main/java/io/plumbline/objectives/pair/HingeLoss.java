package io.plumbline.objectives.pair;

/**
 * max(0, δ − β · margin): the hinge of SLiC-HF (arXiv:2305.10425) with β = 1 and of RSO's
 * normalised form (METHODS 135, arXiv:2309.06657) with δ = 1.
 *
 * <p>The slope at the kink is that of the flat side, as in PyTorch's relu.
 *
 * @param beta β &gt; 0
 * @param target δ &gt; 0, the margin beyond which a pair costs nothing
 */
public record HingeLoss(double beta, double target) implements PairLoss {
  public HingeLoss {
    Beta.require(beta);
    if (!(target > 0 && Double.isFinite(target))) {
      throw new IllegalArgumentException("delta: %s is not a positive number".formatted(target));
    }
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double shortfall = target - beta * pair.margin();
    return shortfall > 0 ? PairTerm.ofMargin(shortfall, -beta) : PairTerm.ofMargin(0, 0);
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
