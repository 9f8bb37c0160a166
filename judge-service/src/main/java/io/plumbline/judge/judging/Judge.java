package io.plumbline.judge.judging;

import io.plumbline.judgment.protocol.Question;
import io.smallrye.mutiny.Uni;

/** Judges comparisons; what goes wrong is in the verdict's state, so the answer never fails. */
@FunctionalInterface
public interface Judge {
  /**
   * @param question its principle is the judge's own
   */
  Uni<Judged> judge(Question question);
}
