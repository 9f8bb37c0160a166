package io.plumbline.rewardmodels.evaluation;

import io.plumbline.statistics.random.RandomStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Rows split into training and held-out by prompt, so that no prompt lies on both sides.
 *
 * @param <T> the row
 */
public record PromptSplit<T>(List<T> training, List<T> heldOut) {
  public PromptSplit {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * @param share of the prompts to hold out, in [0, 1); rounded to whole prompts, at least one
   *     where it is positive and there are two prompts
   * @param seed of the draw; the same seed and rows give the same split
   */
  public static <T> PromptSplit<T> of(
      List<T> rows, Function<T, String> prompt, double share, long seed) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("share is " + share + ", not in [0, 1)");
    }
    Set<String> seen = new LinkedHashSet<>();
    rows.forEach(row -> seen.add(prompt.apply(row)));
    List<String> prompts = List.copyOf(seen);
    int[] order = new int[prompts.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    new RandomStream(seed).shuffle(order);
    int kept = (int) Math.round(share * order.length);
    if (share > 0 && kept == 0 && order.length > 1) {
      kept = 1;
    }
    Set<String> held = new HashSet<>();
    for (int i = 0; i < kept; i++) {
      held.add(prompts.get(order[i]));
    }
    List<T> training = new ArrayList<>();
    List<T> heldOut = new ArrayList<>();
    for (T row : rows) {
      (held.contains(prompt.apply(row)) ? heldOut : training).add(row);
    }
    return new PromptSplit<>(training, heldOut);
  }
}
