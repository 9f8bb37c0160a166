package io.plumbline.worker.sampling;

import static org.bytedeco.pytorch.global.torch.linear;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.decoder.KeyValueCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Grows the rows of one batch together; rows that are done leave it when half of it is done. */
final class SamplingBatch {

  private final Decoder decoder;
  private final TokenChooser chooser;
  private final Runnable afterStep;
  private List<SamplingRow> rows;

  SamplingBatch(Decoder decoder, TokenChooser chooser, List<SamplingRow> rows, Runnable afterStep) {
    this.decoder = decoder;
    this.chooser = chooser;
    this.rows = rows;
    this.afterStep = afterStep;
  }

  /** Runs until every row is done, or until it is told to stop. */
  void run(BooleanSupplier stop) {
    int longestPrompt = rows.stream().mapToInt(SamplingRow::length).max().orElseThrow();
    int capacity = rows.stream().mapToInt(SamplingRow::limit).max().orElseThrow();
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard();
        KeyValueCache cache = new KeyValueCache(decoder.config(), rows.size(), capacity)) {
      try (PointerScope step = new PointerScope()) {
        choose(prefill(cache, longestPrompt));
      }
      while (rows.stream().anyMatch(row -> !row.isDone()) && !stop.getAsBoolean()) {
        try (PointerScope step = new PointerScope()) {
          compact(cache);
          choose(step(cache));
        }
        afterStep.run();
      }
    }
  }

  private Tensor prefill(KeyValueCache cache, int time) {
    long[] tokens = new long[rows.size() * time];
    long[] last = new long[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      int[] prompt = rows.get(i).all();
      for (int at = 0; at < prompt.length; at++) {
        tokens[i * time + at] = prompt[at];
      }
      last[i] = (long) i * time + prompt.length - 1;
    }
    return decoder
        .prefill(Tensor.create(tokens, rows.size(), time), cache)
        .view(-1, decoder.config().hiddenSize())
        .index_select(0, Tensor.create(last, last.length));
  }

  private Tensor step(KeyValueCache cache) {
    long[] tokens = new long[rows.size()];
    long[] positions = new long[rows.size()];
    long longest = 0;
    for (int i = 0; i < rows.size(); i++) {
      tokens[i] = rows.get(i).lastToken();
      positions[i] = rows.get(i).length() - 1L;
      longest = Math.max(longest, positions[i] + 1);
    }
    return decoder
        .step(
            Tensor.create(tokens, tokens.length, 1),
            Tensor.create(positions, positions.length),
            longest,
            cache)
        .select(1, 0);
  }

  private void choose(Tensor hidden) {
    Tensor logits = linear(hidden, decoder.outputMatrix());
    SplittableRandom[] random =
        rows.stream().map(row -> row.random).toArray(SplittableRandom[]::new);
    int[] chosen = chooser.choose(logits, random);
    for (int i = 0; i < chosen.length; i++) {
      if (!rows.get(i).isDone()) {
        rows.get(i).append(chosen[i], decoder.config().stopTokens().contains(chosen[i]));
      }
    }
  }

  private void compact(KeyValueCache cache) {
    List<SamplingRow> open = new ArrayList<>();
    long[] kept = new long[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isDone()) {
        kept[open.size()] = i;
        open.add(rows.get(i));
      }
    }
    if (open.size() <= rows.size() / 2) {
      cache.keep(Tensor.create(Arrays.copyOf(kept, open.size()), open.size()));
      rows = open;
    }
  }
}
