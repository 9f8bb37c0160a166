package io.plumbline.objectives.pair;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.divergence.ReverseKl;
import io.plumbline.objectives.divergence.ScoreTransform;
import io.plumbline.objectives.reduction.Sum;
import io.plumbline.objectives.reduction.TokenReduction;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An objective on pairs, composed: tokens are reduced, compared with a reference, transformed into
 * scores, and the two scores of a pair go into a {@link PairLoss}.
 *
 * <p>Reads {@code policy_logps} (differentiable) and the reference's channels, both per token. The
 * total is the mean over pairs. Throws {@link InvalidBatchException} for an empty completion where
 * the objective averages over tokens.
 *
 * @param loss what is done with the two scores
 * @param reduction how tokens become one number
 * @param reference what is subtracted
 * @param transform how a log-ratio becomes a score
 * @param scale whether a score is divided by the completion's length
 */
public record PairwiseObjective(
    PairLoss loss,
    TokenReduction reduction,
    Reference reference,
    ScoreTransform transform,
    ScoreScale scale)
    implements Objective {
  public PairwiseObjective {
    requireNonNull(loss, "loss is null");
    requireNonNull(reduction, "reduction is null");
    requireNonNull(reference, "reference is null");
    requireNonNull(transform, "transform is null");
    requireNonNull(scale, "scale is null");
  }

  /** Summed log-ratios against the frozen reference. */
  public static PairwiseObjective of(PairLoss loss) {
    return new PairwiseObjective(
        loss, new Sum(), Reference.fixed(), new ReverseKl(), ScoreScale.NONE);
  }

  public PairwiseObjective withReduction(TokenReduction other) {
    return new PairwiseObjective(loss, other, reference, transform, scale);
  }

  public PairwiseObjective withReference(Reference other) {
    return new PairwiseObjective(loss, reduction, other, transform, scale);
  }

  public PairwiseObjective withTransform(ScoreTransform other) {
    return new PairwiseObjective(loss, reduction, reference, other, scale);
  }

  public PairwiseObjective withScale(ScoreScale other) {
    return new PairwiseObjective(loss, reduction, reference, transform, other);
  }

  @Override
  public Signature signature() {
    Set<Channel> constants = new HashSet<>(reference.weights().keySet());
    constants.addAll(loss.constants());
    return new Signature(Layout.PAIRS, Set.of(Channel.POLICY_LOGPS), constants, Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] ratios = reference.ratios(batch, policy);
    double[] gradient = new double[policy.length];
    double[] losses = new double[shape.examples()];
    PairMetrics metrics = new PairMetrics();
    double total = 0;
    for (int pair = 0; pair < losses.length; pair++) {
      int chosen = 2 * pair;
      int rejected = chosen + 1;
      int shared = Math.min(shape.length(chosen), shape.length(rejected));
      double chosenRatio = reduce(ratios, shape, chosen, shared);
      double rejectedRatio = reduce(ratios, shape, rejected, shared);
      double chosenScale = scale.factor(shape.length(chosen));
      double rejectedScale = scale.factor(shape.length(rejected));
      PairTerm term =
          loss.at(
              new ScoredPair(
                  chosenScale * transform.score(chosenRatio),
                  rejectedScale * transform.score(rejectedRatio),
                  pair,
                  batch));
      losses[pair] = term.loss();
      total += term.loss();
      double chosenSlope = term.chosenSlope() * chosenScale * transform.slope(chosenRatio);
      double rejectedSlope = term.rejectedSlope() * rejectedScale * transform.slope(rejectedRatio);
      push(chosenSlope / global.examples(), gradient, shape, chosen, shared);
      push(rejectedSlope / global.examples(), gradient, shape, rejected, shared);
      metrics.add(
          loss.rewardScale() * transform.reward(chosenRatio),
          loss.rewardScale() * transform.reward(rejectedRatio),
          reduce(policy, shape, chosen, shared),
          reduce(policy, shape, rejected, shared));
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        Map.of(Channel.POLICY_LOGPS, gradient),
        state,
        metrics.metrics());
  }

  private double reduce(double[] values, BatchShape shape, int sequence, int shared) {
    int length = shape.length(sequence);
    if (length == 0 && reduction.needsTokens()) {
      throw new InvalidBatchException(
          "%s: sequence %d has no tokens, and this objective averages over them; drop the row"
              .formatted(Channel.POLICY_LOGPS, sequence));
    }
    return reduction.reduce(values, shape.firstToken(sequence), length, shared);
  }

  private void push(double slope, double[] gradient, BatchShape shape, int sequence, int shared) {
    reduction.addGradient(
        slope, gradient, shape.firstToken(sequence), shape.length(sequence), shared);
  }
}
