package io.plumbline.reward.head;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How far one phase is.
 *
 * @param total 0 where not known
 * @param unit what is counted
 */
@RegisterForReflection
public record TrainingProgress(String phase, long done, long total, String unit) {}
