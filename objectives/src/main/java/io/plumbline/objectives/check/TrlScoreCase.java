package io.plumbline.objectives.check;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.pair.OddsRatioLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.Reference;
import io.plumbline.objectives.trl.CpoConfiguration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases made with TRL's {@code cpo_loss} and {@code odds_ratio_loss}: one log-probability per
 * completion, read as a completion of one token.
 *
 * <p>TRL returns ORPO's term with the sign with which it is subtracted; ours is added, so the
 * expected values are negated. TRL computes it in single precision.
 */
final class TrlScoreCase {
  private static final String ODDS_RATIO = "orpo_odds_ratio";

  private TrlScoreCase() {}

  static ReferenceCase read(CaseFields fields) {
    List<String> lossTypes = fields.texts("loss_type");
    if (lossTypes.size() != 1) {
      throw new IllegalArgumentException("loss_type: %s; give exactly one".formatted(lossTypes));
    }
    String lossType = lossTypes.get(0);
    double sign = lossType.equals(ODDS_RATIO) ? -1 : 1;
    double[] policy =
        alternating(fields.numbers("policy_chosen_logps"), fields.numbers("policy_rejected_logps"));
    int[] lengths = new int[policy.length];
    Arrays.fill(lengths, 1);
    Batch batch = Batch.of(BatchShape.pairs(lengths)).with(Channel.POLICY_LOGPS, policy);
    return new ReferenceCase(
        "%s %s".formatted(fields.text("source", "TRL"), lossType),
        objective(lossType, fields),
        batch,
        ObjectiveState.EMPTY,
        losses(fields, sign),
        gradients(fields, sign),
        fields.map("metrics"),
        Map.of(),
        Precision.named(fields.text("precision", "float64"))
            .or(sign < 0 ? Precision.MIXED : Precision.DOUBLE));
  }

  private static Objective objective(String lossType, CaseFields fields) {
    double beta = fields.number("beta");
    if (lossType.equals(ODDS_RATIO)) {
      return new PairwiseObjective(
          new OddsRatioLoss(beta), LogRatios.summed().withReference(Reference.none()));
    }
    return new CpoConfiguration(
            lossType,
            beta,
            fields.optional("label_smoothing").orElse(0),
            fields.optional("simpo_gamma").orElse(0),
            fields.optional("alphapo_alpha").orElse(0))
        .objective();
  }

  private static Map<String, Double> losses(CaseFields fields, double sign) {
    Map<String, Double> losses = new LinkedHashMap<>();
    double[] values = fields.numbers("losses");
    for (int i = 0; i < values.length; i++) {
      losses.put("losses[%d]".formatted(i), sign * values[i]);
    }
    return losses;
  }

  private static Map<Channel, double[]> gradients(CaseFields fields, double sign) {
    if (!fields.has("grad_chosen")) {
      return Map.of();
    }
    double[] gradient = alternating(fields.numbers("grad_chosen"), fields.numbers("grad_rejected"));
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= sign;
    }
    return Map.of(Channel.POLICY_LOGPS, gradient);
  }

  private static double[] alternating(double[] chosen, double[] rejected) {
    if (chosen.length != rejected.length) {
      throw new IllegalArgumentException(
          "%d chosen and %d rejected values; give as many of each"
              .formatted(chosen.length, rejected.length));
    }
    double[] values = new double[2 * chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      values[2 * i] = chosen[i];
      values[2 * i + 1] = rejected[i];
    }
    return values;
  }
}
