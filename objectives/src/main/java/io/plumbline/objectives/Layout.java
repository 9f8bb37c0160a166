package io.plumbline.objectives;

/** What one example of a batch is made of. */
public enum Layout {
  /** An example is one sequence. */
  SEQUENCES,
  /** An example is two sequences: the chosen one, then the rejected one. */
  PAIRS,
  /** An example is a ranked or graded list of sequences, best first where ranks are not given. */
  LISTS,
  /** An example is a group of sequences sampled for one prompt. */
  GROUPS,
  /** An example is one trajectory; each of its sequences is a step. */
  STEPS
}
