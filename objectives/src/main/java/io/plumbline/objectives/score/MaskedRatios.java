package io.plumbline.objectives.score;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Range;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Scores from token log-ratios and token divergences, each under a mask: Σ_t m_t (log π − log
 * π_ref) + Σ_t d_t KL(π_ref ‖ π)_t (SparsePO, METHODS 44, arXiv:2410.05102). The masks are the
 * engine's, learned or taken from the reference model; gradients flow into them, into the
 * log-probabilities and into the divergences.
 *
 * <p>{@code token_divergences} holds KL(π_ref ‖ π) over the vocabulary at each token, which only
 * the engine can compute.
 *
 * @param rewardMask channel of m, zero or more
 * @param divergenceMask channel of d, zero or more; may be the same
 */
public record MaskedRatios(Channel rewardMask, Channel divergenceMask) implements ScoreSource {
  /** KL(π_ref ‖ π) over the vocabulary at each token. */
  public static final Channel TOKEN_DIVERGENCES =
      new Channel("token_divergences", Level.TOKEN, Range.NON_NEGATIVE);

  public MaskedRatios {
    requireNonNull(rewardMask, "rewardMask is null");
    requireNonNull(divergenceMask, "divergenceMask is null");
  }

  /** One mask for both, {@code masks}. */
  public static MaskedRatios common() {
    return new MaskedRatios(mask("masks"), mask("masks"));
  }

  /** A mask for each, {@code reward_masks} and {@code divergence_masks}. */
  public static MaskedRatios independent() {
    return new MaskedRatios(mask("reward_masks"), mask("divergence_masks"));
  }

  private static Channel mask(String name) {
    return new Channel(name, Level.TOKEN, Range.NON_NEGATIVE);
  }

  @Override
  public Set<Channel> differentiable() {
    return rewardMask.equals(divergenceMask)
        ? Set.of(Channel.POLICY_LOGPS, TOKEN_DIVERGENCES, rewardMask)
        : Set.of(Channel.POLICY_LOGPS, TOKEN_DIVERGENCES, rewardMask, divergenceMask);
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.REFERENCE_LOGPS);
  }

  @Override
  public Scores scores(Batch batch) {
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] reference = batch.values(Channel.REFERENCE_LOGPS);
    double[] divergences = batch.values(TOKEN_DIVERGENCES);
    double[] reward = batch.values(rewardMask);
    double[] divergence = batch.values(divergenceMask);
    double[] values = new double[shape.sequences()];
    double[] logps = new double[values.length];
    for (int s = 0; s < values.length; s++) {
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        values[s] += reward[t] * (policy[t] - reference[t]) + divergence[t] * divergences[t];
        logps[s] += policy[t];
      }
    }
    return new Scores(values, values, logps);
  }

  @Override
  public Map<Channel, double[]> gradients(Batch batch, double[] slopes) {
    BatchShape shape = batch.shape();
    double[] policy = batch.values(Channel.POLICY_LOGPS);
    double[] reference = batch.values(Channel.REFERENCE_LOGPS);
    double[] divergences = batch.values(TOKEN_DIVERGENCES);
    double[] reward = batch.values(rewardMask);
    double[] divergence = batch.values(divergenceMask);
    Map<Channel, double[]> gradients = new LinkedHashMap<>();
    differentiable().forEach(channel -> gradients.put(channel, new double[shape.tokens()]));
    for (int s = 0; s < slopes.length; s++) {
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        gradients.get(Channel.POLICY_LOGPS)[t] = slopes[s] * reward[t];
        gradients.get(TOKEN_DIVERGENCES)[t] = slopes[s] * divergence[t];
        gradients.get(rewardMask)[t] += slopes[s] * (policy[t] - reference[t]);
        gradients.get(divergenceMask)[t] += slopes[s] * divergences[t];
      }
    }
    return gradients;
  }
}
