package io.plumbline.trainer.stub;

import java.util.function.IntPredicate;

/**
 * How a stub worker misbehaves.
 *
 * @param dies whether the attempt of this number ends without a word after half of its output
 * @param silent whether the attempt of this number never reports anything
 * @param repeats whether every report is sent twice
 */
public record Script(IntPredicate dies, IntPredicate silent, boolean repeats) {
  public static final Script GOOD = new Script(attempt -> false, attempt -> false, false);
  public static final Script REPEATING = new Script(attempt -> false, attempt -> false, true);
  public static final Script DIES_ONCE =
      new Script(attempt -> attempt == 1, attempt -> false, false);
  public static final Script ALWAYS_DIES = new Script(attempt -> true, attempt -> false, false);
  public static final Script SILENT_ONCE =
      new Script(attempt -> false, attempt -> attempt == 1, false);
}
