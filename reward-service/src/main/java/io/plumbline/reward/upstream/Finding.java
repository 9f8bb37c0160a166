package io.plumbline.reward.upstream;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a probe of known pairs found.
 *
 * @param margin mean reward of the better answers minus that of the worse
 */
record Finding(State state, double margin) {

  /** Whether rewards can be used, and if not, why. */
  enum State {
    SOUND("tells the known pairs apart"),
    SQUASHED(
        "gives every probe text a number in [0, 1], with use_activation=false the same as with true: they are no rewards but what an activation made of them; serve it with a vLLM that reads use_activation, or with --pooler-config '{\"use_activation\": false}'"),
    UPSIDE_DOWN("prefers the worse answer of the known pairs: its rewards have the wrong sign"),
    CONSTANT("gives every probe text the same reward");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  boolean isSound() {
    return state == State.SOUND;
  }

  /**
   * @param raw rewards of the better and the worse answer of each pair, in turn
   * @param activated the same, where an activation was asked for
   */
  static Finding of(List<Double> raw, List<Double> activated) {
    int pairs = raw.size() / 2;
    double margin = IntStream.range(0, pairs).mapToDouble(i -> margin(raw, i)).average().orElse(0);
    if (raw.stream().distinct().count() == 1) {
      return new Finding(State.CONSTANT, margin);
    }
    boolean within = raw.stream().allMatch(reward -> reward >= 0 && reward <= 1);
    if (within && alike(raw, activated)) {
      return new Finding(State.SQUASHED, margin);
    }
    long wrong = IntStream.range(0, pairs).filter(i -> margin(raw, i) < 0).count();
    return new Finding(2 * wrong > pairs ? State.UPSIDE_DOWN : State.SOUND, margin);
  }

  private static double margin(List<Double> rewards, int pair) {
    return rewards.get(2 * pair) - rewards.get(2 * pair + 1);
  }

  // A server's numbers may differ in their last bits from one batch to the next.
  private static boolean alike(List<Double> first, List<Double> second) {
    return IntStream.range(0, first.size())
        .allMatch(i -> Math.abs(first.get(i) - second.get(i)) <= 1e-3);
  }
}
