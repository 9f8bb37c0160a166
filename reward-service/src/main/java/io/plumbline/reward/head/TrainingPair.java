package io.plumbline.reward.head;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Two texts of which one was preferred.
 *
 * @param prompt what tells prompts apart
 * @param probability that {@code chosen} is preferred, in (0, 1]
 */
@RegisterForReflection
public record TrainingPair(String prompt, String chosen, String rejected, double probability) {}
