package io.plumbline.objectives.catalogue;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Range;
import io.plumbline.objectives.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Applies the change of an {@link Invariance} to a batch. */
record Transformation(Signature signature, Random random) {
  Batch apply(Invariance invariance, Batch batch) {
    return switch (invariance) {
      case EXAMPLE_ORDER -> reordered(batch, shuffled(batch.shape().examples()));
      case TOKEN_ORDER -> tokensReordered(batch);
      case REFERENCE_SHIFT -> shifted(batch, true);
      case COMMON_SHIFT -> shifted(batch, false);
      case CERTAIN_TOKEN -> extended(batch);
    };
  }

  /** The examples {@code order}, in that order. */
  Batch reordered(Batch batch, List<Integer> order) {
    BatchShape shape = batch.shape();
    List<Integer> sequences = new ArrayList<>();
    order.forEach(
        e ->
            IntStream.range(shape.firstSequence(e), shape.firstSequence(e) + shape.sequenceCount(e))
                .forEach(sequences::add));
    List<Integer> tokens = new ArrayList<>();
    sequences.forEach(
        s -> IntStream.range(shape.firstToken(s), shape.firstToken(s + 1)).forEach(tokens::add));
    Batch result =
        Batch.of(
            BatchShape.of(
                shape.layout(),
                order.stream().mapToInt(shape::sequenceCount).toArray(),
                sequences.stream().mapToInt(shape::length).toArray()));
    for (Channel channel : channels()) {
      List<Integer> rows =
          switch (channel.level()) {
            case TOKEN -> tokens;
            case SEQUENCE -> sequences;
            case EXAMPLE -> order;
          };
      double[] values = batch.values(channel);
      result = result.with(channel, rows.stream().mapToDouble(row -> values[row]).toArray());
    }
    return result;
  }

  List<Channel> channels() {
    return Stream.concat(signature.differentiable().stream(), signature.constants().stream())
        .toList();
  }

  private List<Integer> shuffled(int size) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, random);
    return order;
  }

  private Batch tokensReordered(Batch batch) {
    BatchShape shape = batch.shape();
    List<Integer> tokens = new ArrayList<>();
    for (int s = 0; s < shape.sequences(); s++) {
      int first = shape.firstToken(s);
      shuffled(shape.length(s)).forEach(t -> tokens.add(first + t));
    }
    Batch result = batch;
    for (Channel channel : channels()) {
      if (channel.level() == Level.TOKEN) {
        double[] values = batch.values(channel);
        result = result.with(channel, tokens.stream().mapToDouble(t -> values[t]).toArray());
      }
    }
    return result;
  }

  private Batch shifted(Batch batch, boolean perSequence) {
    BatchShape shape = batch.shape();
    Batch result = batch;
    double[] shifts = new double[shape.sequences()];
    for (int e = 0; e < shape.examples(); e++) {
      double common = random.nextGaussian();
      for (int s = shape.firstSequence(e); s < shape.firstSequence(e + 1); s++) {
        shifts[s] = perSequence ? random.nextGaussian() : common;
      }
    }
    for (Channel channel : channels()) {
      if (isShifted(channel) || perSequence && channel.name().startsWith("reference_")) {
        result = result.with(channel, moved(channel, batch.values(channel), shape, shifts));
      }
    }
    return result;
  }

  /** Where log-probabilities stand beside other differentiable channels, only they are shifted. */
  private boolean isShifted(Channel channel) {
    return signature.differentiable().contains(Channel.POLICY_LOGPS)
        ? channel.equals(Channel.POLICY_LOGPS)
        : signature.differentiable().contains(channel);
  }

  /** A sequence's shift is spread over its tokens, and an example takes that of its first. */
  private static double[] moved(
      Channel channel, double[] values, BatchShape shape, double[] shifts) {
    double[] moved = values.clone();
    for (int i = 0; i < moved.length && channel.level() == Level.SEQUENCE; i++) {
      moved[i] += channel.range() == Range.NON_NEGATIVE ? Math.abs(shifts[i]) : shifts[i];
    }
    for (int i = 0; i < moved.length && channel.level() == Level.EXAMPLE; i++) {
      moved[i] += shifts[shape.firstSequence(i)];
    }
    for (int s = 0; s < shape.sequences() && channel.level() == Level.TOKEN; s++) {
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        moved[t] += shifts[s] / shape.length(s);
      }
    }
    return moved;
  }

  private Batch extended(Batch batch) {
    BatchShape shape = batch.shape();
    int[] lengths = IntStream.range(0, shape.sequences()).map(shape::length).toArray();
    int[] counts = IntStream.range(0, shape.examples()).map(shape::sequenceCount).toArray();
    for (int e = 0; e < shape.examples(); e++) {
      lengths[shape.firstSequence(e) + random.nextInt(shape.sequenceCount(e))]++;
    }
    Batch result = Batch.of(BatchShape.of(shape.layout(), counts, lengths));
    for (Channel channel : channels()) {
      double[] values = batch.values(channel);
      if (channel.level() != Level.TOKEN) {
        result = result.with(channel, values);
        continue;
      }
      double[] longer = new double[result.shape().tokens()];
      for (int s = 0; s < shape.sequences(); s++) {
        System.arraycopy(
            values, shape.firstToken(s), longer, result.shape().firstToken(s), shape.length(s));
        if (isWeight(channel) && lengths[s] > shape.length(s)) {
          longer[result.shape().firstToken(s + 1) - 1] = 1;
        }
      }
      result = result.with(channel, longer);
    }
    return result;
  }

  /** A certain token counts as others do: its weight or mask is one. */
  private static boolean isWeight(Channel channel) {
    return channel.equals(Channel.TOKEN_WEIGHTS) || channel.name().endsWith("masks");
  }
}
