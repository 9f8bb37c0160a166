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

  /** Score of a pair as a whole, from a model that compares its two sequences at once. */
  public static final Channel PAIR_SCORES = new Channel("pair_scores", Level.EXAMPLE);

  /** Mean squared denoising error ‖ε − ε_θ‖² of each sample at its time step. */
  public static final Channel DENOISING_ERRORS =
      new Channel("denoising_errors", Level.SEQUENCE, Range.NON_NEGATIVE);

  /** The same under the frozen reference model. */
  public static final Channel REFERENCE_DENOISING_ERRORS =
      new Channel("reference_denoising_errors", Level.SEQUENCE, Range.NON_NEGATIVE);

  /** Value head's estimate at each token. */
  public static final Channel VALUES = new Channel("values", Level.TOKEN);

  /** The same when the completions were sampled. */
  public static final Channel OLD_VALUES = new Channel("old_values", Level.TOKEN);

  /** Return that a value is regressed on, at each token. */
  public static final Channel RETURNS = new Channel("returns", Level.TOKEN);

  /** Graded relevance of each sequence of a list. */
  public static final Channel RELEVANCES =
      new Channel("relevances", Level.SEQUENCE, Range.NON_NEGATIVE);

  /**
   * Log-probability of each token minus the log of the sum of squared probabilities of the
   * vocabulary: how likely the token is among those that the policy would sample.
   */
  public static final Channel ALIGNED_LOGPS = new Channel("aligned_logps", Level.TOKEN);

  /** 1 where the chosen sequence of a pair was sampled from the reference model, 0 elsewhere. */
  public static final Channel CHOSEN_FROM_REFERENCE =
      new Channel("chosen_from_reference", Level.EXAMPLE, Range.BINARY);

  /** By how much a pair's β is raised, in units of β. */
  public static final Channel BETA_FACTORS = new Channel("beta_factors", Level.EXAMPLE);

  /** Log-probability of each token had the model not seen what it is meant to attend to. */
  public static final Channel COUNTERFACTUAL_LOGPS =
      new Channel("counterfactual_logps", Level.TOKEN);

  /** How far apart two judges of a pair stand, for instance an image-text model's two scores. */
  public static final Channel SCORE_GAPS =
      new Channel("score_gaps", Level.EXAMPLE, Range.NON_NEGATIVE);

  /** Weight of each token, zero or more. */
  public static final Channel TOKEN_WEIGHTS =
      new Channel("token_weights", Level.TOKEN, Range.NON_NEGATIVE);

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
