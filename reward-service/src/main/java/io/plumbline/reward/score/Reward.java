package io.plumbline.reward.score;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The reward of one completion.
 *
 * @param value absent where it could not be scored
 * @param components what a composite reward is made of, by name
 * @param reason why it could not be scored; empty where it was
 */
public record Reward(
    String id, OptionalDouble value, Map<String, Double> components, String reason) {
  public Reward {
    components = Map.copyOf(components);
  }

  static Reward of(String id, double value, Map<String, Double> components) {
    return new Reward(id, OptionalDouble.of(value), components, "");
  }

  static Reward unscored(ScoredText text) {
    return new Reward(text.id(), OptionalDouble.empty(), Map.of(), text.unscorable());
  }
}
