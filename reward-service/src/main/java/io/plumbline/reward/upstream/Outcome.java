package io.plumbline.reward.upstream;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * What a server said of one completion.
 *
 * @param reward absent where it refused the completion
 * @param reason why it did; empty where it did not
 */
public record Outcome(OptionalDouble reward, String reason) {
  public Outcome {
    requireNonNull(reward, "reward is null");
    requireNonNull(reason, "reason is null");
  }

  static Outcome of(double reward) {
    return new Outcome(OptionalDouble.of(reward), "");
  }

  static Outcome refused(String reason) {
    return new Outcome(OptionalDouble.empty(), reason);
  }
}
