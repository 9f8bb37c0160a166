package io.plumbline.judge.run.store;

import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.judgment.summary.ClusteredVerdict;

/** A verdict to be kept; judge and position count from 0. */
public record NewVerdict(int judge, int position, ClusteredVerdict summary, Verdict verdict) {}
