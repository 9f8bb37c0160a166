package io.plumbline.worker.sampling;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.text.TextTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Draws completions of prompts. A row's draws depend on the seed and its place alone, and batches
 * begin at fixed rows, so that a job that goes on after a break gives what it would have given.
 */
public final class Sampler {

  private final Decoder decoder;
  private final TextTokenizer tokenizer;
  private final Lanes lanes;
  private final int rowsPerBatch;

  /** A sampler that grows {@code rowsPerBatch} completions at a time. */
  public Sampler(Decoder decoder, TextTokenizer tokenizer, Lanes lanes, int rowsPerBatch) {
    this.decoder = decoder;
    this.tokenizer = tokenizer;
    this.lanes = lanes;
    this.rowsPerBatch = rowsPerBatch;
  }

  /**
   * Draws all completions of the first prompt, then of the second, and so on.
   *
   * @param done rows that an earlier attempt delivered; they are not delivered again
   * @param sink given each batch of completions in order
   * @param stop asked between tokens; an unfinished batch is not delivered
   * @throws WorkerException if a prompt leaves no room for a completion
   */
  public void sample(
      List<String> prompts,
      SamplingOptions options,
      long done,
      Consumer<List<SampledCompletion>> sink,
      BooleanSupplier stop) {
    int total = Math.multiplyExact(prompts.size(), options.completionsPerPrompt());
    TokenChooser chooser = new TokenChooser(options.temperature(), options.topP());
    for (int start = (int) (done / rowsPerBatch) * rowsPerBatch;
        start < total;
        start += rowsPerBatch) {
      List<SamplingRow> rows = new ArrayList<>();
      for (int row = start; row < Math.min(total, start + rowsPerBatch); row++) {
        rows.add(row(row, prompts.get(row / options.completionsPerPrompt()), options));
      }
      grow(chooser, rows, stop);
      if (stop.getAsBoolean()) {
        return;
      }
      sink.accept(
          rows.stream()
              .filter(row -> row.row >= done)
              .map(row -> completion(row, options.completionsPerPrompt()))
              .toList());
    }
  }

  private void grow(TokenChooser chooser, List<SamplingRow> rows, BooleanSupplier stop) {
    lanes.run(
        lane -> {
          int from = rows.size() * lane / lanes.count();
          int to = rows.size() * (lane + 1) / lanes.count();
          if (from < to) {
            new SamplingBatch(decoder, chooser, rows.subList(from, to)).run(stop);
          }
          return lane;
        });
  }

  private SamplingRow row(int row, String prompt, SamplingOptions options) {
    int[] tokens = tokenizer.encode(prompt);
    int context = decoder.config().maximumPositions();
    if (tokens.length == 0 || tokens.length >= context) {
      throw WorkerException.badInput(
          "prompt "
              + (row / options.completionsPerPrompt() + 1)
              + " has "
              + tokens.length
              + " tokens, the model's context is "
              + context,
          "give a prompt of at least one token that leaves room for a completion");
    }
    int limit = Math.min(context, tokens.length + options.maximumNewTokens());
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
