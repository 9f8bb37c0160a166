package io.plumbline.reward.score;

import io.plumbline.reward.registry.ModelVersion;
import java.util.List;

/**
 * What a model says of completions.
 *
 * @param rewards in the order of the request
 */
public record Rewards(ModelVersion model, List<Reward> rewards) {
  public Rewards {
    rewards = List.copyOf(rewards);
  }
}
