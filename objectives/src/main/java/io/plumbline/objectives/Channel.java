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
 */
public record Channel(String name, Level level) {
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
  public static final Channel WEIGHTS = new Channel("weights", Level.EXAMPLE);

  /** How much better the chosen sequence is than the rejected one, in units of reward. */
  public static final Channel MARGINS = new Channel("margins", Level.EXAMPLE);

  public Channel {
    requireNonNull(name, "name is null");
    requireNonNull(level, "level is null");
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
