package io.plumbline.objectives.server.wire;

import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays the channels of a request into the batch that an objective reads. */
final class BatchReader {
  static final String FIELD = "batch";
  static final String CHANNELS = FIELD + ".channels.";

  /** More than a message of float32 values can hold, and few enough for one array. */
  private static final int MOST_TOKENS = 1 << 24;

  private BatchReader() {}

  /**
   * The batch of {@code message} with every channel of {@code signature}.
   *
   * @throws InvalidFieldException when one is missing, too long, too short or not finite, when
   *     there is one that is not read, or when the lengths do not make the layout
   */
  static Batch read(ObjectiveBatch message, Signature signature) {
    Batch batch = Batch.of(shape(message, signature.layout()));
    Map<String, Channel> channels =
        Stream.concat(signature.differentiable().stream(), signature.constants().stream())
            .collect(Collectors.toMap(Channel::name, channel -> channel));
    refuseUnread(message.getChannelsMap().keySet(), channels.keySet());
    for (Channel channel : channels.values()) {
      String field = CHANNELS + channel.name();
      Tensor tensor = message.getChannelsMap().get(channel.name());
      if (tensor == null) {
        throw new InvalidFieldException(
            field,
            "missing; the objective reads it, one value for each "
                + channel.level().name().toLowerCase(Locale.ROOT));
      }
      try {
        batch = batch.with(channel, Tensors.values(tensor, field));
      } catch (InvalidBatchException e) {
        throw new InvalidFieldException(field, NamedRefusal.of(e).remedy());
      }
    }
    return batch;
  }

  private static BatchShape shape(ObjectiveBatch message, Layout layout) {
    if (message.getLengthsCount() == 0) {
      throw new InvalidFieldException(
          FIELD + ".lengths", "no sequence; give the number of tokens of each");
    }
    boolean counted = layout != Layout.SEQUENCES && layout != Layout.PAIRS;
    if (counted != message.getSequenceCountsCount() > 0) {
      throw new InvalidFieldException(
          FIELD + ".sequence_counts",
          counted
              ? "missing; the objective reads %s, so give the sequences of each".formatted(layout)
              : "the objective reads %s; leave it empty".formatted(layout));
    }
    int[] lengths = numbers(message.getLengthsList());
    long tokens = 0;
    for (int length : lengths) {
      tokens += length;
    }
    if (tokens > MOST_TOKENS) {
      throw new InvalidFieldException(
          FIELD + ".lengths",
          "%d tokens; give at most %d and send micro-batches".formatted(tokens, MOST_TOKENS));
    }
    try {
      return BatchShape.of(layout, numbers(message.getSequenceCountsList()), lengths);
    } catch (InvalidBatchException e) {
      NamedRefusal refusal = NamedRefusal.of(e);
      String named = refusal.name().startsWith("lengths") ? refusal.name() : "sequence_counts";
      throw new InvalidFieldException(FIELD + "." + named, refusal.remedy());
    }
  }

  private static int[] numbers(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void refuseUnread(Set<String> given, Set<String> read) {
    for (String name : given) {
      if (!read.contains(name)) {
        throw new InvalidFieldException(
            CHANNELS + name,
            "the objective reads no such channel, only %s; leave it out"
                .formatted(read.stream().sorted().toList()));
      }
    }
  }
}
