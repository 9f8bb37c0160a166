package io.plumbline.judgment.tool;

/** One thing that a judge can have worked out. */
public interface Tool {

  /** The word before the colon of a call. */
  String name();

  /** What a call looks like, in one line. */
  String usage();

  /**
   * The result, in one line.
   *
   * @throws IllegalArgumentException saying what is wrong with the input
   */
  String run(String input);
}
