package io.plumbline.worker.training;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.scoring.CompletionScorer;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.text.TokenizedCompletion;
import java.util.ArrayList;
import java.util.List;

/** The initial model's log-probability of every token of every pair, measured once up front. */
final class ReferenceLogProbabilities {

  private static final int TOKENS_PER_BATCH = 4096;

  private final List<double[]> rows;

  private ReferenceLogProbabilities(List<double[]> rows) {
    this.rows = rows;
  }

  static ReferenceLogProbabilities measure(
      Decoder decoder, Lanes lanes, List<PreferenceExample> examples, TrainingListener listener) {
    List<TokenizedCompletion> completions = new ArrayList<>();
    for (PreferenceExample example : examples) {
      completions.add(example.chosen());
      completions.add(example.rejected());
    }
    CompletionScorer scorer = new CompletionScorer(decoder, lanes, TOKENS_PER_BATCH);
    return new ReferenceLogProbabilities(
        scorer.score(
            completions,
            done -> listener.progress("reference", done, completions.size(), "completions")));
  }

  double[] chosen(int example) {
    return rows.get(2 * example);
  }

  double[] rejected(int example) {
    return rows.get(2 * example + 1);
  }
}
