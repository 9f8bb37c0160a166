package io.plumbline.objectives;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The channels of one batch or micro-batch, over one shape.
 *
 * <p>Arrays are kept, not copied: who hands one over does not change it afterwards. Every value is
 * finite and in its channel's range; {@link #with} refuses others, naming the sequence or example.
 */
public final class Batch {
  private final BatchShape shape;
  private final Map<Channel, double[]> channels;

  private Batch(BatchShape shape, Map<Channel, double[]> channels) {
    this.shape = shape;
    this.channels = channels;
  }

  /** A batch of {@code shape} with no channel yet. */
  public static Batch of(BatchShape shape) {
    return new Batch(requireNonNull(shape, "shape is null"), Map.of());
  }

  /** This batch with one more channel. Throws when the length is wrong or a value is not finite. */
  public Batch with(Channel channel, double... values) {
    int expected = channel.level().size(shape);
    if (values.length != expected) {
      throw new InvalidBatchException(
          "%s: %d values for %d %ss; give one value for each"
              .formatted(
                  channel,
                  values.length,
                  expected,
                  channel.level().name().toLowerCase(java.util.Locale.ROOT)));
    }
    for (int i = 0; i < values.length; i++) {
      if (!channel.range().contains(values[i])) {
        throw new InvalidBatchException(
            "%s: %s %s holds %s, which is not %s; drop the row or mend what computed it"
                .formatted(
                    channel,
                    rowName(channel.level()),
                    row(channel.level(), i),
                    values[i],
                    channel.range().description()));
      }
    }
    Map<Channel, double[]> extended = new LinkedHashMap<>(channels);
    extended.put(channel, values);
    return new Batch(shape, extended);
  }

  private static String rowName(Level level) {
    return level == Level.EXAMPLE ? "example" : "sequence";
  }

  private int row(Level level, int index) {
    if (level != Level.TOKEN) {
      return index;
    }
    int sequence = 0;
    while (shape.firstToken(sequence + 1) <= index) {
      sequence++;
    }
    return sequence;
  }

  public BatchShape shape() {
    return shape;
  }

  public boolean has(Channel channel) {
    return channels.containsKey(channel);
  }

  /** The values of {@code channel}, not a copy. Throws when the batch does not hold it. */
  public double[] values(Channel channel) {
    double[] values = channels.get(channel);
    if (values == null) {
      throw new InvalidBatchException(
          "%s: the batch has no such channel, only %s; hand it over"
              .formatted(channel, channels.keySet()));
    }
    return values;
  }
}
