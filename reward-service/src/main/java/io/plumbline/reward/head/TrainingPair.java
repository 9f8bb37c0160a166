package io.plumbline.reward.head;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Two texts of which one was preferred.
 *
 * @param prompt what tells prompts apart
 * @param probability that {@code chosen} is preferred, in (0, 1]
 * @param margin how much better, in the annotator's units, at least 0; null where unknown
 */
@RegisterForReflection
public record TrainingPair(
    String prompt, String chosen, String rejected, double probability, Double margin) {}
