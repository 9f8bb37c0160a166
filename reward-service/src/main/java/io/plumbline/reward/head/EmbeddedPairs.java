package io.plumbline.reward.head;

import io.plumbline.rewardmodels.head.EmbeddedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Pairs with the vectors of their sides. */
final class EmbeddedPairs {
  private EmbeddedPairs() {}

  /**
   * @param chosen one vector per pair
   * @param rejected one vector per pair
   */
  static List<EmbeddedPair> of(
      List<TrainingPair> pairs, List<float[]> chosen, List<float[]> rejected) {
    List<EmbeddedPair> embedded = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      TrainingPair pair = pairs.get(i);
      embedded.add(
          new EmbeddedPair(
              pair.prompt(),
              chosen.get(i),
              rejected.get(i),
              pair.probability(),
              pair.margin() == null ? OptionalDouble.empty() : OptionalDouble.of(pair.margin())));
    }
    return embedded;
  }
}
