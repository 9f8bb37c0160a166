package io.plumbline.objectives.trl;

import io.plumbline.objectives.Objective;
import io.plumbline.objectives.divergence.AlphaReward;
import io.plumbline.objectives.label.Conservative;
import io.plumbline.objectives.pair.HingeLoss;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.Shifted;
import io.plumbline.objectives.pair.SquaredMarginLoss;
import io.plumbline.objectives.reduction.MeanPerToken;
import io.plumbline.objectives.reduction.Sum;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.Reference;

/**
 * The arguments of TRL 1.13's {@code CPOConfig} that decide {@code cpo_loss}, without the
 * likelihood term ({@code cpo_alpha}), which is a summand of its own.
 *
 * @param lossType {@code sigmoid}, {@code hinge}, {@code ipo} or {@code simpo}; the last two read
 *     mean token log-probabilities
 * @param beta β &gt; 0
 * @param labelSmoothing ε, read by {@code sigmoid} and {@code simpo}
 * @param simpoGamma SimPO's γ in the absolute reading
 * @param alpha AlphaPO's α; 0 is off
 */
public record CpoConfiguration(
    String lossType, double beta, double labelSmoothing, double simpoGamma, double alpha) {
  /** The composition that these arguments amount to. */
  public Objective objective() {
    boolean mean = lossType.equals("simpo") || lossType.equals("ipo");
    return new PairwiseObjective(
        loss(),
        LogRatios.summed()
            .withReference(Reference.none())
            .withReduction(mean ? new MeanPerToken() : new Sum())
            .withTransform(new AlphaReward(alpha)));
  }

  private PairLoss loss() {
    return switch (lossType) {
      case "sigmoid" -> new Conservative(new LogisticLoss(beta), labelSmoothing);
      case "simpo" ->
          new Shifted(new Conservative(new LogisticLoss(beta), labelSmoothing), simpoGamma / beta);
      case "hinge" -> new HingeLoss(beta, 1);
      case "ipo" -> new SquaredMarginLoss(beta);
      default ->
          throw new IllegalArgumentException(
              "loss_type: TRL 1.13's CPO trainer knows no '%s'".formatted(lossType));
    };
  }
}
