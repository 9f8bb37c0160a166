package io.plumbline.judge.judging;

import io.plumbline.preference.Comparison;
import io.smallrye.mutiny.Uni;

/** Judges comparisons; what goes wrong is in the verdict's state, so the answer never fails. */
@FunctionalInterface
public interface Judge {
  Uni<Judged> judge(Comparison comparison);
}
