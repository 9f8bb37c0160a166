package io.plumbline.trainer.worker;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Which attempt: its run, and its number from 1. */
@Embeddable
public record AttemptKey(
    @Column(name = "run_id") String runId, @Column(name = "number") int number) {}
