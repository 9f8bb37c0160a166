package io.plumbline.worker.sampling;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.decoder.KeyValueCache;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.text.TextTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Draws completions of prompts. A row's draws depend on the seed and its place alone, and batches
 * begin at fixed rows, so that a job that goes on after a break gives what it would have given.
 */
public final class Sampler {

  private static final long CACHE_BYTES = 512L << 20;

  private final Decoder decoder;
  private final TextTokenizer tokenizer;
  private final Lanes lanes;
  private final int maximumRows;

  /**
   * A sampler that grows at most {@code maximumRows} completions at a time, and fewer where their
   * keys and values would take more than half a gigabyte.
   */
  public Sampler(Decoder decoder, TextTokenizer tokenizer, Lanes lanes, int maximumRows) {
    this.decoder = decoder;
    this.tokenizer = tokenizer;
    this.lanes = lanes;
    this.maximumRows = maximumRows;
  }

  /**
   * Draws all completions of the first prompt, then of the second, and so on.
   *
   * @param done rows that an earlier attempt delivered; they are not delivered again
   * @param sink given each batch of completions in order
   * @param progress told how many completions there are, those under way counted by their share
   * @param stop asked between tokens; an unfinished batch is not delivered
   * @throws WorkerException if a prompt leaves no room for a completion
   */
  public void sample(
      List<String> prompts,
      SamplingOptions options,
      long done,
      Consumer<List<SampledCompletion>> sink,
      LongConsumer progress,
      BooleanSupplier stop) {
    List<int[]> encoded = encode(prompts);
    int total = Math.multiplyExact(prompts.size(), options.completionsPerPrompt());
    int rowsPerBatch = rowsPerBatch(encoded, options);
    TokenChooser chooser = new TokenChooser(options.temperature(), options.topP());
    for (int start = (int) (done / rowsPerBatch) * rowsPerBatch;
        start < total;
        start += rowsPerBatch) {
      List<SamplingRow> rows = new ArrayList<>();
      for (int row = start; row < Math.min(total, start + rowsPerBatch); row++) {
        rows.add(row(row, encoded.get(row / options.completionsPerPrompt()), options));
      }
      int first = start;
      grow(chooser, rows, () -> progress.accept(Math.max(done, first + grown(rows))), stop);
      if (stop.getAsBoolean()) {
        return;
      }
      sink.accept(
          rows.stream()
              .filter(row -> row.row >= done)
              .map(row -> completion(row, options.completionsPerPrompt()))
              .toList());
      progress.accept(start + rows.size());
    }
  }

  private List<int[]> encode(List<String> prompts) {
    int context = decoder.config().maximumPositions();
    List<int[]> encoded = new ArrayList<>();
    for (String prompt : prompts) {
      int[] tokens = tokenizer.encode(prompt);
      encoded.add(tokens);
      if (tokens.length == 0 || tokens.length >= context) {
        throw WorkerException.badInput(
            "prompt "
                + encoded.size()
                + " has "
                + tokens.length
                + " tokens, the model's context is "
                + context,
            "give a prompt of at least one token that leaves room for a completion");
      }
    }
    return encoded;
  }

  private int rowsPerBatch(List<int[]> prompts, SamplingOptions options) {
    int longest = prompts.stream().mapToInt(tokens -> tokens.length).max().orElse(1);
    int length =
        Math.min(decoder.config().maximumPositions(), longest + options.maximumNewTokens());
    long rows = CACHE_BYTES / KeyValueCache.bytesPerRow(decoder.config(), length);
    return (int) Math.max(1, Math.min(maximumRows, rows));
  }

  private void grow(
      TokenChooser chooser, List<SamplingRow> rows, Runnable afterStep, BooleanSupplier stop) {
    lanes.run(
        lane -> {
          int from = rows.size() * lane / lanes.count();
          int to = rows.size() * (lane + 1) / lanes.count();
          if (from < to) {
            Runnable told = to == rows.size() ? afterStep : () -> {};
            new SamplingBatch(decoder, chooser, rows.subList(from, to), told).run(stop);
          }
          return lane;
        });
  }

  /** Rows that are done; the others count by their share, at the pace of the lane that asks. */
  private static long grown(List<SamplingRow> rows) {
    return (long) rows.stream().mapToDouble(SamplingRow::share).sum();
  }

  private SamplingRow row(int row, int[] tokens, SamplingOptions options) {
    int limit =
        Math.min(decoder.config().maximumPositions(), tokens.length + options.maximumNewTokens());
    return new SamplingRow(row, tokens, limit, RowRandom.of(options.seed(), row));
  }

  private SampledCompletion completion(SamplingRow row, int perPrompt) {
    String before = tokenizer.decode(row.prompt());
    String whole = tokenizer.decode(row.all());
    // Decoded alone, a completion would lose the space in front of its first word.
    String text =
        whole.startsWith(before)
            ? whole.substring(before.length())
            : tokenizer.decode(row.completion());
    return new SampledCompletion(
        row.row / perPrompt, row.row % perPrompt, text, row.drawn(), row.ended());
  }
}
