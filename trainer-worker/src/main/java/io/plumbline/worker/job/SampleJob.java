package io.plumbline.worker.job;

import io.plumbline.worker.sampling.SampledCompletion;
import io.plumbline.worker.sampling.Sampler;
import io.plumbline.worker.sampling.SamplingOptions;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.training.TrainingListener;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Draws completions of prompts. */
public final class SampleJob {

  /** Completions that grow at a time; part of what makes a job repeatable, so it is fixed. */
  private static final int MAXIMUM_ROWS = 128;

  private final LoadedModel model;
  private final Lanes lanes;
  private final TrainingListener listener;

  /** A job on the given model. */
  public SampleJob(LoadedModel model, Lanes lanes, TrainingListener listener) {
    this.model = model;
    this.lanes = lanes;
    this.listener = listener;
  }

  /**
   * Runs to the end, or until told to stop.
   *
   * @param stored completions that an earlier attempt delivered
   */
  public void run(
      List<String> prompts,
      SamplingOptions options,
      long stored,
      Consumer<List<SampledCompletion>> sink,
      BooleanSupplier stop) {
    long total = (long) prompts.size() * options.completionsPerPrompt();
    listener.progress("sample", stored, total, "completions");
    new Sampler(model.decoder(), model.tokenizer(), lanes, MAXIMUM_ROWS)
        .sample(
            prompts,
            options,
            stored,
            sink,
            done -> listener.progress("sample", done, total, "completions"),
            stop);
  }
}
