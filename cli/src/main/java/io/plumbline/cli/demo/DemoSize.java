package io.plumbline.cli.demo;

/**
 * How much work a demo does.
 *
 * @param trainingOpenings openings whose stories make the preference pairs
 * @param storiesPerOpening stories sampled for each of them
 * @param heldOutOpenings openings that only the evaluation sees
 * @param comparisonsPerOpening stories compared for each held-out opening
 * @param tokens length limit of a story
 * @param pairsPerOpening at most
 * @param epochs passes over the pairs
 */
public record DemoSize(
    int trainingOpenings,
    int storiesPerOpening,
    int heldOutOpenings,
    int comparisonsPerOpening,
    int tokens,
    int pairsPerOpening,
    int epochs) {

  /** Under four minutes on two cores. */
  public static final DemoSize QUICK = new DemoSize(20, 16, 24, 4, 64, 2, 3);

  /** Under ten minutes on two cores. */
  public static final DemoSize FULL = new DemoSize(32, 16, 32, 6, 80, 2, 2);
}
