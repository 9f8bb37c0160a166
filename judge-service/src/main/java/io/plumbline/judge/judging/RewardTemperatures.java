package io.plumbline.judge.judging;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.judgment.reward.JudgeTemperature;
import io.plumbline.judgment.reward.JudgeTemperature.Source;
import java.util.Map;
import java.util.Optional;

/**
 * The temperature of a reward judge: the request's, else the settings' for its model, else the one
 * that was fitted when the model was trained, else 1.
 */
final class RewardTemperatures {
  private final Map<String, Double> settings;

  /**
   * @param settings by model, as in {@code reward:MODEL}
   * @throws IllegalStateException naming the setting that is no temperature
   */
  RewardTemperatures(Map<String, Double> settings) {
    settings.forEach(
        (model, value) -> {
          if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalStateException(
                "plumbline.judge.reward.temperatures.%s must be above 0, is %s"
                    .formatted(model, value));
          }
        });
    this.settings = Map.copyOf(settings);
  }

  /**
   * What holds whatever the model says; empty where it is asked.
   *
   * @param model its name, with or without a version or alias
   */
  Optional<JudgeTemperature> of(JudgeSpec spec, String model) {
    if (spec.getTemperature() > 0) {
      return Optional.of(new JudgeTemperature(spec.getTemperature(), Source.REQUEST));
    }
    Double set = settings.getOrDefault(model, settings.get(model.split("@", 2)[0]));
    return Optional.ofNullable(set).map(value -> new JudgeTemperature(value, Source.SETTINGS));
  }

  /** The model's own, from what it answered. */
  static JudgeTemperature of(ScoreResponse response) {
    return response.hasTemperature() && response.getTemperature() > 0
        ? new JudgeTemperature(response.getTemperature(), Source.MODEL)
        : JudgeTemperature.DEFAULT;
  }
}
