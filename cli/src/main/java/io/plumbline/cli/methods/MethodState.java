package io.plumbline.cli.methods;

/** How far a method is. */
public enum MethodState {
  /** There is a class, and a command that runs it. */
  BUILT,
  /** To be built. */
  PLANNED,
  /** Outside the alignment of generative models; served only by what its neighbours need. */
  OUTSIDE
}
