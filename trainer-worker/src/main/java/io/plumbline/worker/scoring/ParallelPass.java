package io.plumbline.worker.scoring;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.text.TokenizedCompletion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.PointerScope;

/**
 * A {@link PolicyPass} whose rows are shared out to lanes in runs of about equally many tokens.
 * Each lane keeps its graph, and its native memory, from the way there to the way back.
 */
public final class ParallelPass implements AutoCloseable {

  private final List<CompletableFuture<double[]>> slopes = new ArrayList<>();
  private final List<Future<Integer>> lanesAtWork;
  private final int[] lengths;
  private final double[] logProbabilities;

  private ParallelPass(
      Lanes lanes, List<Decoder> decoders, List<List<TokenizedCompletion>> shares) {
    lengths = shares.stream().mapToInt(ParallelPass::completionTokens).toArray();
    List<CompletableFuture<double[]>> measured = new ArrayList<>();
    shares.forEach(
        share -> {
          slopes.add(new CompletableFuture<>());
          measured.add(new CompletableFuture<>());
        });
    lanesAtWork =
        lanes.start(
            shares.size(),
            lane ->
                work(decoders.get(lane), shares.get(lane), measured.get(lane), slopes.get(lane)));
    logProbabilities = gather(measured);
  }

  /**
   * Runs the forward pass.
   *
   * @param decoders one for each lane, over the same weights, with gradients of their own
   */
  public static ParallelPass forward(
      Lanes lanes, List<Decoder> decoders, List<TokenizedCompletion> rows) {
    return new ParallelPass(lanes, decoders, shares(rows, lanes.count()));
  }

  private static int work(
      Decoder decoder,
      List<TokenizedCompletion> rows,
      CompletableFuture<double[]> measured,
      CompletableFuture<double[]> slopes) {
    try (PointerScope scope = new PointerScope()) {
      PolicyPass pass = new PolicyPass(decoder, CompletionBatch.of(rows));
      measured.complete(pass.logProbabilities());
      pass.backward(slopes.join());
      return rows.size();
    } catch (RuntimeException | Error e) {
      measured.completeExceptionally(e);
      throw e;
    }
  }

  private double[] gather(List<CompletableFuture<double[]>> measured) {
    try {
      return measured.stream()
          .map(CompletableFuture::join)
          .flatMapToDouble(Arrays::stream)
          .toArray();
    } catch (CompletionException e) {
      close();
      throw e;
    }
  }

  /** Natural logarithm of the probability of every completion token, rows in their order. */
  public double[] logProbabilities() {
    return logProbabilities;
  }

  /**
   * Adds to the gradients of each lane's weights; to be called once.
   *
   * @param gradient derivative of the loss by each log-probability
   */
  public void backward(double[] gradient) {
    int at = 0;
    for (int lane = 0; lane < lengths.length; lane++) {
      slopes.get(lane).complete(Arrays.copyOfRange(gradient, at, at + lengths[lane]));
      at += lengths[lane];
    }
    Lanes.await(lanesAtWork);
  }

  private static int completionTokens(List<TokenizedCompletion> rows) {
    return rows.stream().mapToInt(TokenizedCompletion::completionLength).sum();
  }

  private static List<List<TokenizedCompletion>> shares(List<TokenizedCompletion> rows, int count) {
    long all = rows.stream().mapToLong(row -> row.tokens().length).sum();
    List<List<TokenizedCompletion>> shares = new ArrayList<>();
    int from = 0;
    long seen = 0;
    for (int share = 1; share <= count; share++) {
      int to = from;
      while (to < rows.size() && (share == count || seen * count < all * share)) {
        seen += rows.get(to).tokens().length;
        to++;
      }
      if (from < to) {
        shares.add(rows.subList(from, to));
      }
      from = to;
    }
    return shares;
  }

  /** Lets go of a pass that gets no gradient. */
  @Override
  public void close() {
    slopes.forEach(slope -> slope.completeExceptionally(new CancellationException("no gradient")));
    lanesAtWork.forEach(
        future -> {
          try {
            future.get();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (ExecutionException e) {
            // It was thrown from backward or gather already, or is the cancellation.
            return;
          }
        });
  }
}
