package io.plumbline.reward.registry;

import java.util.Map;

/**
 * A model to publish as the next version of its name.
 *
 * @param configuration everything beside the weights that decides the rewards, as JSON
 */
public record NewModel(
    String name,
    String kind,
    String encoder,
    String encoderDigest,
    String configuration,
    byte[] weights,
    Map<String, Double> metrics) {}
