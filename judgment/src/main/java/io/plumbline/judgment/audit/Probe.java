package io.plumbline.judgment.audit;

import io.plumbline.preference.Comparison;

/**
 * A change to a comparison's first completion that should not matter, and a control that changes as
 * much without the bait. The effect is what the bait does beyond the control.
 */
public interface Probe {

  Comparison treated(Comparison comparison);

  Comparison control(Comparison comparison);
}
