package io.plumbline.objectives.catalogue;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Seeded batches that fit an objective's signature. */
final class RandomBatches {
  private static final int POOL = 1 << 18;

  /** Objectives that take lists of one size only. */
  private static final Map<String, Integer> LIST_SIZES =
      Map.of("selm", 3, "rationale-dpo", 3, "sami", 9, "bide-dpo", 4, "bvpo", 4);

  private final Random random;
  private final int listSize;
  private final Signature signature;
  private final int shortest;
  private final double[] pool = new double[POOL];

  RandomBatches(CatalogueEntry entry, long seed) {
    Objective objective = entry.create();
    listSize = LIST_SIZES.getOrDefault(entry.name(), 0);
    random = new Random(seed);
    signature = objective.signature();
    for (int i = 0; i < POOL; i++) {
      pool[i] = random.nextGaussian();
    }
    shortest = takesEmptySequences(objective) ? 0 : 1;
  }

  private boolean takesEmptySequences(Objective objective) {
    try {
      int[] counts = counts(2);
      objective.evaluate(batch(counts, new int[sequences(counts)], 1), ObjectiveState.EMPTY);
      return true;
    } catch (InvalidBatchException e) {
      return false;
    }
  }

  /** 1 to {@code examples} examples with up to {@code tokens} tokens each; small ones prevail. */
  Batch upTo(int examples, int tokens, double scale) {
    int count = 1 + (int) (examples * Math.pow(random.nextDouble(), 5));
    int[] counts = counts(Math.min(count, examples));
    int[] lengths = new int[sequences(counts)];
    for (int i = 0; i < lengths.length; i++) {
      int length = shortest + (int) ((tokens + 1 - shortest) * Math.pow(random.nextDouble(), 10));
      lengths[i] = Math.min(length, tokens);
    }
    return batch(counts, lengths, scale);
  }

  /** That many examples, with 1 to {@code tokens} tokens a sequence. */
  Batch exactly(int examples, int tokens, double scale) {
    int[] counts = counts(examples);
    int[] lengths = new int[sequences(counts)];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = 1 + random.nextInt(tokens);
    }
    return batch(counts, lengths, scale);
  }

  private int[] counts(int examples) {
    int[] counts = new int[examples];
    for (int i = 0; i < examples; i++) {
      counts[i] =
          switch (signature.layout()) {
            case SEQUENCES -> 1;
            case PAIRS -> 2;
            case LISTS, GROUPS, STEPS -> listSize > 0 ? listSize : 2 + random.nextInt(4);
          };
    }
    return counts;
  }

  private static int sequences(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  private Batch batch(int[] counts, int[] lengths, double scale) {
    Batch batch = Batch.of(BatchShape.of(signature.layout(), counts, lengths));
    Set<Channel> channels = new LinkedHashSet<>();
    signature.differentiable().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(channels::add);
    signature.constants().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(channels::add);
    for (Channel channel : channels) {
      batch = batch.with(channel, values(channel, channel.level().size(batch.shape()), scale));
    }
    return batch;
  }

  private double[] values(Channel channel, int size, double scale) {
    int offset = random.nextInt(POOL - 1);
    double[] values = new double[size];
    for (int done = 0; done < size; ) {
      int length = Math.min(size - done, POOL - offset);
      System.arraycopy(pool, offset, values, done, length);
      done += length;
      offset = 0;
    }
    boolean logProbability = channel.name().contains("logps");
    for (int i = 0; i < size; i++) {
      values[i] =
          switch (channel.range()) {
            case REAL -> logProbability ? -scale * Math.abs(values[i]) - 0.05 : scale * values[i];
            case NON_NEGATIVE -> Math.abs(values[i]);
            case PROBABILITY -> 1 / (1 + Math.exp(-values[i]));
            case BINARY -> values[i] > 0 ? 1 : 0;
          };
    }
    return values;
  }
}
