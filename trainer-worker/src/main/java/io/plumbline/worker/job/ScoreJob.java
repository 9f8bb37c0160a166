package io.plumbline.worker.job;

import io.plumbline.worker.scoring.CompletionScorer;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.text.TokenizedCompletion;
import io.plumbline.worker.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Measures the log-probability of given completions. */
public final class ScoreJob {

  private static final int TOKENS_PER_BATCH = 4096;
  private static final int ROWS_PER_DELIVERY = 128;

  private final LoadedModel model;
  private final Lanes lanes;
  private final TrainingListener listener;

  /** A job on the given model. */
  public ScoreJob(LoadedModel model, Lanes lanes, TrainingListener listener) {
    this.model = model;
    this.lanes = lanes;
    this.listener = listener;
  }

  /**
   * Runs to the end, or until told to stop; delivers in the order of the rows.
   *
   * @param stored rows that an earlier attempt delivered
   * @throws WorkerException if a row does not fit the model's context, for a cut text would have
   *     another log-probability
   */
  public void run(
      List<CompletionText> texts,
      long stored,
      Consumer<List<ScoredText>> sink,
      BooleanSupplier stop) {
    CompletionScorer scorer = new CompletionScorer(model.decoder(), lanes, TOKENS_PER_BATCH);
    listener.progress("score", stored, texts.size(), "completions");
    for (int start = (int) stored;
        start < texts.size() && !stop.getAsBoolean();
        start += ROWS_PER_DELIVERY) {
      int end = Math.min(texts.size(), start + ROWS_PER_DELIVERY);
      List<TokenizedCompletion> rows = new ArrayList<>();
      for (int row = start; row < end; row++) {
        rows.add(tokenized(row, texts.get(row)));
      }
      List<double[]> scored = scorer.score(rows, done -> {});
      List<ScoredText> results = new ArrayList<>();
      for (int i = 0; i < scored.size(); i++) {
        double sum = Arrays.stream(scored.get(i)).sum();
        results.add(new ScoredText(start + i, sum, scored.get(i).length));
      }
      sink.accept(results);
      listener.progress("score", end, texts.size(), "completions");
    }
  }

  private TokenizedCompletion tokenized(int row, CompletionText text) {
    int context = model.decoder().config().maximumPositions();
    TokenizedCompletion tokenized =
        TokenizedCompletion.of(
            model.tokenizer(), text.prompt(), text.completion(), Integer.MAX_VALUE);
    if (tokenized.tokens().length > context) {
      throw WorkerException.badInput(
          "row "
              + (row + 1)
              + " has "
              + tokenized.tokens().length
              + " tokens, the model's context is "
              + context,
          "shorten the row or measure it under a model with a longer context");
    }
    return tokenized;
  }
}
