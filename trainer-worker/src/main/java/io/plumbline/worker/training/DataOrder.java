package io.plumbline.worker.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which examples a step sees: every epoch a new permutation (Fisher and Yates) that follows from
 * seed and epoch alone, so that a resumed run needs nothing but the step's number.
 *
 * @param examples number of examples
 * @param batchSize examples in a step; the last step of an epoch may have fewer
 * @param seed of the permutations
 */
record DataOrder(int examples, int batchSize, long seed) {

  /** Indices of the examples of a step, counted from 0. */
  List<Integer> batch(int step) {
    int perEpoch = (examples + batchSize - 1) / batchSize;
    int[] order = permutation(step / perEpoch);
    int start = step % perEpoch * batchSize;
    List<Integer> batch = new ArrayList<>();
    for (int i = start; i < Math.min(examples, start + batchSize); i++) {
      batch.add(order[i]);
    }
    return batch;
  }

  private int[] permutation(int epoch) {
    SplittableRandom random = new SplittableRandom(seed).split();
    for (int i = 0; i < epoch; i++) {
      random = random.split();
    }
    int[] order = new int[examples];
    for (int i = 0; i < examples; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
