package io.plumbline.trainer.recipe.stage;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Which stage: its recipe run, and its place in the recipe from 0. */
@Embeddable
public record StageKey(
    @Column(name = "run_id") String runId, @Column(name = "ordinal") int ordinal) {}
