package io.plumbline.trainer.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a row stands: its data set, and its position from 1. */
@Embeddable
public record RowKey(
    @Column(name = "data_set_id") String dataSetId, @Column(name = "position") long position) {}
