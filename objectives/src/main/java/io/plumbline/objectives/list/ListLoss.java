package io.plumbline.objectives.list;

import io.plumbline.objectives.Channel;
import java.util.Set;

/** The loss of one list of any length as a function of its sequences' scores. */
public interface ListLoss {
  /** Value and derivatives; a list of one sequence costs nothing unless the loss says otherwise. */
  ListTerm at(ScoredList list);

  /** Per-sequence constant channels that the loss reads. */
  default Set<Channel> constants() {
    return Set.of();
  }
}
