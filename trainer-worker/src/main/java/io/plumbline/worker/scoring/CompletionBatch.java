package io.plumbline.worker.scoring;

import io.plumbline.worker.text.TokenizedCompletion;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Rows of tokens, padded on the right, and where their completion tokens are predicted.
 *
 * @param tokens int64 [rows, time]
 * @param positions int64 [completion tokens], index into [rows * time] of the position from which
 *     each is predicted
 * @param targets int64 [completion tokens], what is to be predicted there
 * @param lengths completion tokens of each row
 */
public record CompletionBatch(Tensor tokens, Tensor positions, Tensor targets, int[] lengths) {

  /** Lays the completions out in their order. */
  public static CompletionBatch of(List<TokenizedCompletion> completions) {
    int time = completions.stream().mapToInt(row -> row.tokens().length).max().orElse(0);
    int count = completions.stream().mapToInt(TokenizedCompletion::completionLength).sum();
    long[] tokens = new long[completions.size() * time];
    long[] positions = new long[count];
    long[] targets = new long[count];
    int[] lengths = new int[completions.size()];
    int at = 0;
    for (int row = 0; row < completions.size(); row++) {
      TokenizedCompletion completion = completions.get(row);
      int[] ids = completion.tokens();
      lengths[row] = completion.completionLength();
      for (int i = 0; i < ids.length; i++) {
        tokens[row * time + i] = ids[i];
      }
      for (int i = completion.start(); i < ids.length; i++) {
        positions[at] = (long) row * time + i - 1;
        targets[at] = ids[i];
        at++;
      }
    }
    return new CompletionBatch(
        Tensor.create(tokens, completions.size(), time),
        Tensor.create(positions, count),
        Tensor.create(targets, count),
        lengths);
  }
}
