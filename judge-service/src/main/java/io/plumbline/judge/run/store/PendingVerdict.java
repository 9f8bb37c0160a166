package io.plumbline.judge.run.store;

import io.plumbline.api.v1alpha1.Comparison;

/** A comparison that one judge has not judged yet; judge and position count from 0. */
public record PendingVerdict(int judge, int position, Comparison comparison) {}
