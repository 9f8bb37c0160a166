package io.plumbline.worker.sampling;

import static org.bytedeco.pytorch.global.torch.searchsorted;
import static org.bytedeco.pytorch.global.torch.softmax;

import io.plumbline.worker.tensor.Tensors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.StringViewOptional;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/** Draws one token for each row of logits, with temperature and nucleus. */
final class TokenChooser {

  /** A nucleus is nearly always smaller than this; a larger one costs a full sort of its row. */
  private static final long LIKELY_NUCLEUS = 256;

  private final double temperature;
  private final double topP;

  TokenChooser(double temperature, double topP) {
    this.temperature = temperature;
    this.topP = topP;
  }

  /**
   * One token per row.
   *
   * @param logits float32 [rows, vocabularySize]
   */
  int[] choose(Tensor logits, SplittableRandom[] random) {
    if (temperature == 0) {
      long[] best = Tensors.longs(logits.argmax(new LongOptional(1), false));
      return Arrays.stream(best).mapToInt(Math::toIntExact).toArray();
    }
    Tensor probabilities = softmax(logits.div(Tensors.scalar(temperature)), 1);
    return topP < 1 ? nucleus(probabilities, random) : all(probabilities, random);
  }

  private int[] all(Tensor probabilities, SplittableRandom[] random) {
    Tensor cumulative = probabilities.cumsum(1);
    long last = probabilities.size(1) - 1;
    float[] totals = Tensors.floats(cumulative.select(1, last));
    float[] draws = new float[random.length];
    for (int row = 0; row < draws.length; row++) {
      draws[row] = (float) (random[row].nextDouble() * totals[row]);
    }
    long[] found =
        Tensors.longs(
            searchsorted(
                cumulative,
                Tensor.create(draws, draws.length, 1),
                false,
                true,
                new StringViewOptional(),
                new TensorOptional()));
    return Arrays.stream(found).mapToInt(token -> (int) Math.min(token, last)).toArray();
  }

  private int[] nucleus(Tensor probabilities, SplittableRandom[] random) {
    int width = (int) Math.min(LIKELY_NUCLEUS, probabilities.size(1));
    T_TensorTensor_T best = probabilities.topk(width, 1, true, true);
    float[] values = Tensors.floats(best.get0());
    long[] tokens = Tensors.longs(best.get1());
    int[] chosen = new int[random.length];
    for (int row = 0; row < chosen.length; row++) {
      int size = nucleusSize(values, row * width, width);
      if (size < 0) {
        chosen[row] = fromWholeRow(Tensors.floats(probabilities.select(0, row)), random[row]);
      } else {
        chosen[row] = (int) tokens[row * width + draw(values, row * width, size, random[row])];
      }
    }
    return chosen;
  }

  private int fromWholeRow(float[] probabilities, SplittableRandom random) {
    int[] order =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(token -> -probabilities[token]))
            .mapToInt(Integer::intValue)
            .toArray();
    float[] sorted = new float[order.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = probabilities[order[i]];
    }
    int size = nucleusSize(sorted, 0, sorted.length);
    return order[draw(sorted, 0, size < 0 ? sorted.length : size, random)];
  }

  /** How many of the sorted values make up the nucleus, or -1 where they are too few. */
  private int nucleusSize(float[] sorted, int offset, int length) {
    double mass = 0;
    for (int i = 0; i < length; i++) {
      mass += sorted[offset + i];
      if (mass >= topP) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int draw(float[] values, int offset, int length, SplittableRandom random) {
    double mass = 0;
    for (int i = 0; i < length; i++) {
      mass += values[offset + i];
    }
    double left = random.nextDouble() * mass;
    for (int i = 0; i < length - 1; i++) {
      left -= values[offset + i];
      if (left < 0) {
        return i;
      }
    }
    return length - 1;
  }
}
