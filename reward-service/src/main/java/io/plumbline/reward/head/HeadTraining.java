package io.plumbline.reward.head;

import io.plumbline.reward.registry.ModelVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A head training as its client sees it.
 *
 * @param error cause and remedy; empty where it did not fail
 * @param model present when it succeeded
 */
public record HeadTraining(
    UUID id,
    String requestId,
    TrainingState state,
    TrainingProgress progress,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> ended,
    String error,
    Optional<ModelVersion> model) {}
