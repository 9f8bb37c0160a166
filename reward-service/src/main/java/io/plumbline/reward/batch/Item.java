package io.plumbline.reward.batch;

/** One item of a submission. */
record Item<I, O>(I value, int index, Submission<O> submission) {}
