package io.plumbline.trainer.run;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where an event stands: its run, and its position from 1. */
@Embeddable
public record EventKey(
    @Column(name = "run_id") String runId, @Column(name = "position") long position) {}
