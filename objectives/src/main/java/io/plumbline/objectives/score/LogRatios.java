package io.plumbline.objectives.score;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.divergence.ReverseKl;
import io.plumbline.objectives.divergence.ScoreTransform;
import io.plumbline.objectives.reduction.Sum;
import io.plumbline.objectives.reduction.TokenReduction;
import java.util.Map;
import java.util.Set;

/**
 * Scores from token log-probabilities: compared with a reference, reduced to one number, and
 * transformed.
 *
 * @param reduction how the policy's tokens become one number; an empty completion is refused where
 *     it averages
 * @param referenceReduction how the reference's tokens do; the same but for one reading of LD-DPO
 * @param reference what is subtracted
 * @param transform how a log-ratio becomes a score
 * @param scale whether a score is divided by the completion's length
 */
public record LogRatios(
    TokenReduction reduction,
    TokenReduction referenceReduction,
    Reference reference,
    ScoreTransform transform,
    ScoreScale scale)
    implements ScoreSource {
  public LogRatios {
    requireNonNull(reduction, "reduction is null");
    requireNonNull(referenceReduction, "referenceReduction is null");
    requireNonNull(reference, "reference is null");
    requireNonNull(transform, "transform is null");
    requireNonNull(scale, "scale is null");
  }

  /** Summed log-ratios against the frozen reference. */
  public static LogRatios summed() {
    return new LogRatios(new Sum(), new Sum(), Reference.fixed(), new ReverseKl(), ScoreScale.NONE);
  }

  /** Policy and reference both reduced by {@code other}. */
  public LogRatios withReduction(TokenReduction other) {
    return new LogRatios(other, other, reference, transform, scale);
  }

  /** The policy alone reduced by {@code other}. */
  public LogRatios withPolicyReduction(TokenReduction other) {
    return new LogRatios(other, referenceReduction, reference, transform, scale);
  }

  public LogRatios withReference(Reference other) {
    return new LogRatios(reduction, referenceReduction, other, transform, scale);
  }

  public LogRatios withTransform(ScoreTransform other) {
    return new LogRatios(reduction, referenceReduction, reference, other, scale);
  }

  public LogRatios withScale(ScoreScale other) {
    return new LogRatios(reduction, referenceReduction, reference, transform, other);
  }

  @Override
  public Set<Channel> differentiable() {
    return Set.of(Channel.POLICY_LOGPS);
  }

  @Override
  public Set<Channel> constants() {
    return reference.weights().keySet();
  }

  @Override
  public Scores scores(Batch batch) {
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] ratios = ratios(batch, policy);
    double[] logps = reduced(shape, policy, reduction);
    double[] values = new double[ratios.length];
    double[] rewards = new double[ratios.length];
    for (int s = 0; s < ratios.length; s++) {
      values[s] = scale.factor(shape.length(s)) * transform.score(ratios[s]);
      rewards[s] = transform.reward(ratios[s]);
    }
    return new Scores(values, rewards, logps);
  }

  @Override
  public Map<Channel, double[]> gradients(Batch batch, double[] slopes) {
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] ratios = ratios(batch, policy);
    double[] gradient = new double[shape.tokens()];
    for (int s = 0; s < slopes.length; s++) {
      int length = shape.length(s);
      double slope = slopes[s] * scale.factor(length) * transform.slope(ratios[s]);
      reduction.addGradient(slope, gradient, shape.firstToken(s), length, shared(shape, s));
    }
    return Map.of(Channel.POLICY_LOGPS, gradient);
  }

  private double[] ratios(Batch batch, double[] policy) {
    BatchShape shape = batch.shape();
    if (reduction.equals(referenceReduction)) {
      return reduced(shape, reference.ratios(batch, policy), reduction);
    }
    double[] ratios = reduced(shape, policy, reduction);
    double[] negated = reference.ratios(batch, new double[policy.length]);
    double[] subtracted = reduced(shape, negated, referenceReduction);
    for (int s = 0; s < ratios.length; s++) {
      ratios[s] += subtracted[s];
    }
    return ratios;
  }

  private double[] reduced(BatchShape shape, double[] values, TokenReduction by) {
    double[] reduced = new double[shape.sequences()];
    for (int s = 0; s < reduced.length; s++) {
      int length = shape.length(s);
      if (length == 0 && (by.needsTokens() || scale.needsTokens())) {
        throw new InvalidBatchException(
            "%s: sequence %d has no tokens, and this objective averages over them; drop the row"
                .formatted(Channel.POLICY_LOGPS, s));
      }
      reduced[s] = by.reduce(values, shape.firstToken(s), length, shared(shape, s));
    }
    return reduced;
  }

  private static int shared(BatchShape shape, int sequence) {
    return shape.layout() == Layout.PAIRS
        ? Math.min(shape.length(sequence), shape.length(sequence ^ 1))
        : shape.length(sequence);
  }
}
