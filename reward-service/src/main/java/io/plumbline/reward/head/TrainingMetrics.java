package io.plumbline.reward.head;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/** Numbers measured at a step of a phase, by name. */
@RegisterForReflection
public record TrainingMetrics(String phase, long step, Map<String, Double> values) {}
