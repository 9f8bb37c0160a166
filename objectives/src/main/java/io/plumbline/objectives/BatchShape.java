package io.plumbline.objectives;

import static java.util.Objects.requireNonNull;

import java.util.stream.IntStream;

/**
 * Where the tokens of a ragged batch lie: examples hold consecutive sequences, sequences hold
 * consecutive tokens.
 *
 * <p>In the pairs layout sequence {@code 2i} is the chosen and {@code 2i + 1} the rejected
 * completion of example {@code i}.
 */
public final class BatchShape {
  private final Layout layout;
  private final int[] sequenceOffsets;
  private final int[] tokenOffsets;

  private BatchShape(Layout layout, int[] sequenceCounts, int[] lengths) {
    this.layout = requireNonNull(layout, "layout is null");
    this.sequenceOffsets = offsets(sequenceCounts, "sequence counts");
    this.tokenOffsets = offsets(lengths, "lengths");
    int counted = sequenceOffsets[sequenceCounts.length];
    if (counted != lengths.length) {
      throw new InvalidBatchException(
          "sequence counts: they add up to %d, but there are %d lengths; give one length per sequence"
              .formatted(counted, lengths.length));
    }
  }

  /** Every sequence is an example of its own. */
  public static BatchShape sequences(int... lengths) {
    return new BatchShape(
        Layout.SEQUENCES, IntStream.generate(() -> 1).limit(lengths.length).toArray(), lengths);
  }

  /** Pairs; {@code lengths} alternate chosen, rejected. Throws when their number is odd. */
  public static BatchShape pairs(int... lengths) {
    if (lengths.length % 2 != 0) {
      throw new InvalidBatchException(
          "lengths: %d sequences do not make pairs; alternate chosen and rejected"
              .formatted(lengths.length));
    }
    return new BatchShape(
        Layout.PAIRS, IntStream.generate(() -> 2).limit(lengths.length / 2).toArray(), lengths);
  }

  /** Lists, groups or steps; {@code sequenceCounts} holds the size of each example. */
  public static BatchShape of(Layout layout, int[] sequenceCounts, int... lengths) {
    return switch (layout) {
      case SEQUENCES -> sequences(lengths);
      case PAIRS -> pairs(lengths);
      case LISTS, GROUPS, STEPS -> new BatchShape(layout, sequenceCounts, lengths);
    };
  }

  private static int[] offsets(int[] sizes, String field) {
    int[] offsets = new int[sizes.length + 1];
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] < 0) {
        throw new InvalidBatchException(
            "%s[%d]: %d is negative; sizes are zero or more".formatted(field, i, sizes[i]));
      }
      offsets[i + 1] = Math.addExact(offsets[i], sizes[i]);
    }
    return offsets;
  }

  public Layout layout() {
    return layout;
  }

  public int examples() {
    return sequenceOffsets.length - 1;
  }

  public int sequences() {
    return tokenOffsets.length - 1;
  }

  public int tokens() {
    return tokenOffsets[tokenOffsets.length - 1];
  }

  /**
   * Index of the first sequence of {@code example}; {@code examples()} is allowed and ends the
   * last.
   */
  public int firstSequence(int example) {
    return sequenceOffsets[example];
  }

  public int sequenceCount(int example) {
    return sequenceOffsets[example + 1] - sequenceOffsets[example];
  }

  /**
   * Index of the first token of {@code sequence}; {@code sequences()} is allowed and ends the last.
   */
  public int firstToken(int sequence) {
    return tokenOffsets[sequence];
  }

  /** Number of completion tokens of {@code sequence}. */
  public int length(int sequence) {
    return tokenOffsets[sequence + 1] - tokenOffsets[sequence];
  }
}
