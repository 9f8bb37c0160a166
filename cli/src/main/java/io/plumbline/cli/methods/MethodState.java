package io.plumbline.cli.methods;

/** How far a method is. */
public enum MethodState {
  /** There is a class, and a command that runs it. */
  BUILT,
  /** There is a class, and a command that runs it, for a part; the summary says what lacks. */
  PARTLY,
  /** To be built. */
  PLANNED,
  /** Outside the alignment of generative models; served only by what its neighbours need. */
  OUTSIDE
}
