package io.plumbline.judgment.audit;

import io.plumbline.preference.Comparison;
import java.util.List;

/**
 * A change to a comparison's first completion that should not matter, and a control that changes as
 * much without the bait. The effect is what the bait does beyond the control.
 */
public interface Probe {
  String name();

  /** What is tested, in one sentence. */
  String summary();

  /** Numbers in METHODS.md. */
  List<Integer> methods();

  Comparison treated(Comparison comparison);

  Comparison control(Comparison comparison);
}
