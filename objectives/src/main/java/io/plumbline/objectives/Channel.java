package io.plumbline.objectives;

import static java.util.Objects.requireNonNull;

/**
 * A named input of an objective: a flat array of doubles, sequences one after the other.
 *
 * <p>Whether a channel is differentiable is not its own property but stands in the {@link
 * Signature} of the objective that reads it.
 *
 * @param name lower-case name as used on the wire, for instance {@code policy_logps}
 * @param level how many values it holds
 * @param range what each value may be; {@link Batch#with} refuses others
 */
public record Channel(String name, Level level, Range range) {
  /** Log-probability of each completion token under the policy, natural logarithm. */
  public static final Channel POLICY_LOGPS = new Channel("policy_logps", Level.TOKEN);

  /** The same under the frozen reference model. */
  public static final Channel REFERENCE_LOGPS = new Channel("reference_logps", Level.TOKEN);

  /** The same under the policy that sampled the completions. */
  public static final Channel BEHAVIOUR_LOGPS = new Channel("behaviour_logps", Level.TOKEN);

  /** Scalar score of each sequence from a reward head or a ranker. */
  public static final Channel SCORES = new Channel("scores", Level.SEQUENCE);

  /** Scalar reward of each sequence, observed. */
  public static final Channel REWARDS = new Channel("rewards", Level.SEQUENCE);

  /** Advantage of each sequence. */
  public static final Channel ADVANTAGES = new Channel("advantages", Level.SEQUENCE);

  /** Non-negative weight of each example. */
  public static final Channel WEIGHTS = new Channel("weights", Level.EXAMPLE, Range.NON_NEGATIVE);

  /** How much better the chosen sequence is than the rejected one, in units of reward. */
  public static final Channel MARGINS = new Channel("margins", Level.EXAMPLE);

  /** Probability that the first sequence of a pair is the preferred one. */
  public static final Channel PREFERENCE_PROBABILITIES =
      new Channel("preference_probabilities", Level.EXAMPLE, Range.PROBABILITY);

  /** 1 for a desirable sequence, 0 for an undesirable one. */
  public static final Channel LABELS = new Channel("labels", Level.SEQUENCE, Range.BINARY);

  /**
   * Log-ratio of policy and reference on a completion of another prompt, one per example: what
   * KTO's KL is estimated from.
   */
  public static final Channel KL_LOG_RATIOS = new Channel("kl_log_ratios", Level.SEQUENCE);

  public Channel {
    requireNonNull(name, "name is null");
    requireNonNull(level, "level is null");
    requireNonNull(range, "range is null");
  }

  /** A channel of any finite numbers. */
  public Channel(String name, Level level) {
    this(name, level, Range.REAL);
  }

  /** Per-token log-probabilities under another constant model, {@code reference_logps/NAME}. */
  public static Channel referenceLogps(String model) {
    return new Channel(REFERENCE_LOGPS.name() + "/" + model, Level.TOKEN);
  }

  @Override
  public String toString() {
    return name;
  }
}
