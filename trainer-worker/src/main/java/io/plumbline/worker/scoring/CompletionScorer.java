package io.plumbline.worker.scoring;

import static org.bytedeco.pytorch.global.torch.linear;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.tensor.Tensors;
import io.plumbline.worker.text.TokenizedCompletion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Log-probabilities of given completions under a decoder, without gradients. */
public final class CompletionScorer {

  private static final int CHUNK = 256;

  private final Decoder decoder;
  private final Lanes lanes;
  private final int tokensPerBatch;

  /**
   * A scorer that pads at most {@code tokensPerBatch} tokens into one pass; a longer row has one of
   * its own.
   */
  public CompletionScorer(Decoder decoder, Lanes lanes, int tokensPerBatch) {
    this.decoder = decoder;
    this.lanes = lanes;
    this.tokensPerBatch = tokensPerBatch;
  }

  /**
   * The log-probability of every completion token, rows in their order. Rows of like length share a
   * pass, and passes are dealt out to the lanes.
   *
   * @param progress told how many rows are done, by one lane at a time
   */
  public List<double[]> score(List<TokenizedCompletion> completions, IntConsumer progress) {
    List<List<Integer>> batches = batches(completions);
    double[][] results = new double[completions.size()][];
    int[] done = new int[1];
    lanes.run(
        lane -> {
          for (int batch = lane; batch < batches.size(); batch += lanes.count()) {
            List<Integer> rows = batches.get(batch);
            double[][] scored = scoreBatch(rows.stream().map(completions::get).toList());
            for (int i = 0; i < scored.length; i++) {
              results[rows.get(i)] = scored[i];
            }
            synchronized (done) {
              done[0] += scored.length;
              progress.accept(done[0]);
            }
          }
          return lane;
        });
    return List.of(results);
  }

  private List<List<Integer>> batches(List<TokenizedCompletion> completions) {
    List<Integer> order =
        IntStream.range(0, completions.size())
            .boxed()
            .sorted(Comparator.comparingInt(row -> completions.get(row).tokens().length))
            .toList();
    List<List<Integer>> batches = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (int row : order) {
      int length = completions.get(row).tokens().length;
      if (!open.isEmpty() && (open.size() + 1) * length > tokensPerBatch) {
        batches.add(open);
        open = new ArrayList<>();
      }
      open.add(row);
    }
    if (!open.isEmpty()) {
      batches.add(open);
    }
    return batches;
  }

  private double[][] scoreBatch(List<TokenizedCompletion> rows) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      CompletionBatch batch = CompletionBatch.of(rows);
      Tensor selected =
          decoder
              .hiddenStates(batch.tokens())
              .view(-1, decoder.config().hiddenSize())
              .index_select(0, batch.positions());
      float[] flat = new float[Math.toIntExact(batch.positions().numel())];
      for (int start = 0; start < flat.length; start += CHUNK) {
        int length = Math.min(CHUNK, flat.length - start);
        float[] values = chunk(selected, batch.targets(), start, length);
        System.arraycopy(values, 0, flat, start, length);
      }
      return split(flat, batch.lengths());
    }
  }

  private float[] chunk(Tensor selected, Tensor targets, int start, int length) {
    try (PointerScope scope = new PointerScope()) {
      Tensor logits = linear(selected.narrow(0, start, length), decoder.outputMatrix());
      Tensor chosen = logits.gather(1, targets.narrow(0, start, length).view(-1, 1));
      return Tensors.floats(chosen.sub(logits.logsumexp(new long[] {1}, true)));
    }
  }

  private static double[][] split(float[] flat, int[] lengths) {
    double[][] rows = new double[lengths.length][];
    int at = 0;
    for (int row = 0; row < lengths.length; row++) {
      rows[row] = new double[lengths[row]];
      for (int i = 0; i < lengths[row]; i++) {
        rows[row][i] = flat[at++];
      }
    }
    return rows;
  }
}
