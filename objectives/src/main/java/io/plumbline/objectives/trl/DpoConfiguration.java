package io.plumbline.objectives.trl;

import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.composition.WeightedSum;
import io.plumbline.objectives.composition.WeightedSum.Term;
import io.plumbline.objectives.label.Conservative;
import io.plumbline.objectives.label.Unbiased;
import io.plumbline.objectives.pair.ApoDownLoss;
import io.plumbline.objectives.pair.ApoZeroLoss;
import io.plumbline.objectives.pair.BinaryClassifierLoss;
import io.plumbline.objectives.pair.DiscoPopLoss;
import io.plumbline.objectives.pair.ExoLoss;
import io.plumbline.objectives.pair.HingeLoss;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.NcaLoss;
import io.plumbline.objectives.pair.NoLoss;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.PolicyWeighted;
import io.plumbline.objectives.pair.SppoLoss;
import io.plumbline.objectives.pair.SquaredMarginLoss;
import io.plumbline.objectives.reduction.LengthDesensitised;
import io.plumbline.objectives.reduction.Sum;
import io.plumbline.objectives.reduction.TokenReduction;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.ScoreScale;
import io.plumbline.objectives.sequence.WeightedLikelihood;
import io.plumbline.objectives.transport.TransportObjective;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The arguments of TRL 1.13's {@code DPOConfig} that decide its loss, and the composition that they
 * amount to.
 *
 * @param lossTypes TRL's {@code loss_type}, one or more
 * @param lossWeights one weight per loss type
 * @param beta β &gt; 0
 * @param labelSmoothing ε; read by {@code robust}, {@code exo_pair}, {@code aot} and {@code
 *     aot_unpaired} only, as in TRL
 * @param lengthDesensitising LD-DPO's α, TRL's {@code ld_alpha}; applied to the reference too
 * @param divergence TRL's {@code f_divergence_type}
 * @param alpha TRL's {@code f_alpha_divergence_coef}
 * @param discoPopTemperature TRL's {@code discopop_tau}
 * @param weighted TRL's {@code use_weighting}: WPO's weights from {@code aligned_logps}
 */
public record DpoConfiguration(
    List<String> lossTypes,
    List<Double> lossWeights,
    double beta,
    double labelSmoothing,
    OptionalDouble lengthDesensitising,
    FDivergence divergence,
    double alpha,
    double discoPopTemperature,
    boolean weighted) {
  /** TRL's default {@code discopop_tau}. */
  public static final double DISCOPOP_TAU = 0.05;

  /** A loss of the batch as a whole has no pair that a weight could be of. */
  private static final Set<String> UNWEIGHTED = Set.of("aot", "aot_unpaired", "sft");

  private static final Set<String> WITH_DIVERGENCE =
      Set.of("sigmoid", "sigmoid_norm", "hinge", "ipo", "exo_pair", "robust", "discopop", "sft");

  public DpoConfiguration {
    lossTypes = List.copyOf(lossTypes);
    lossWeights = List.copyOf(lossWeights);
    if (lossWeights.size() != lossTypes.size()) {
      throw new IllegalArgumentException(
          "loss_weights: %d weights for %d loss types; give one for each"
              .formatted(lossWeights.size(), lossTypes.size()));
    }
    if (weighted && lossTypes.stream().anyMatch(UNWEIGHTED::contains)) {
      throw new IllegalArgumentException(
          "use_weighting: true does not go with %s; weigh losses of single pairs"
              .formatted(lossTypes));
    }
    if (divergence != FDivergence.REVERSE_KL && !WITH_DIVERGENCE.containsAll(lossTypes)) {
      throw new IllegalArgumentException(
          "f_divergence: %s does not go with %s; take reverse_kl".formatted(divergence, lossTypes));
    }
  }

  /** The weighted sum of the loss types, with TRL's metrics. */
  public Objective objective() {
    List<Term> terms = new ArrayList<>();
    terms.add(
        new Term(
            0,
            new PairwiseObjective(
                new NoLoss(beta), LogRatios.summed().withReduction(reduction()))));
    for (int i = 0; i < lossTypes.size(); i++) {
      terms.add(new Term(lossWeights.get(i), term(lossTypes.get(i))));
    }
    return new WeightedSum(terms);
  }

  private TokenReduction reduction() {
    return lengthDesensitising.isPresent()
        ? new LengthDesensitised(lengthDesensitising.getAsDouble())
        : new Sum();
  }

  private Objective term(String lossType) {
    return switch (lossType) {
      case "sigmoid" -> pairwise(new LogisticLoss(beta));
      case "sigmoid_norm" -> perToken(new LogisticLoss(beta));
      case "hinge" -> pairwise(new HingeLoss(beta, 1));
      case "ipo" -> perToken(new SquaredMarginLoss(beta));
      case "exo_pair" -> pairwise(new ExoLoss(beta, labelSmoothing));
      case "nca_pair" -> pairwise(new NcaLoss(beta));
      case "robust" -> pairwise(new Unbiased(new LogisticLoss(beta), labelSmoothing));
      case "bco_pair" -> pairwise(new BinaryClassifierLoss(beta));
      case "sppo_hard" -> pairwise(new SppoLoss(beta, false));
      case "aot" -> transport(true);
      case "aot_unpaired" -> transport(false);
      case "apo_zero" -> pairwise(new ApoZeroLoss(beta));
      case "apo_down" -> pairwise(new ApoDownLoss(beta));
      case "discopop" -> pairwise(new DiscoPopLoss(beta, discoPopTemperature));
      case "sft" -> WeightedLikelihood.ofFirst(Layout.PAIRS);
      default ->
          throw new IllegalArgumentException(
              "loss_type: TRL 1.13's DPO trainer knows no '%s'".formatted(lossType));
    };
  }

  private Objective pairwise(PairLoss loss) {
    return new PairwiseObjective(weighed(loss), logRatios());
  }

  private Objective perToken(PairLoss loss) {
    return new PairwiseObjective(weighed(loss), logRatios().withScale(ScoreScale.PER_TOKEN_OR_ONE));
  }

  private PairLoss weighed(PairLoss loss) {
    return weighted ? new PolicyWeighted(loss) : loss;
  }

  private LogRatios logRatios() {
    return LogRatios.summed().withReduction(reduction()).withTransform(divergence.transform(alpha));
  }

  private Objective transport(boolean paired) {
    PairLoss loss = new Conservative(new LogisticLoss(beta), labelSmoothing);
    return new TransportObjective(loss, reduction(), paired);
  }
}
