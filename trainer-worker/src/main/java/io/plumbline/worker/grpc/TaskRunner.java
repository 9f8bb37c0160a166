package io.plumbline.worker.grpc;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.Finished;
import io.plumbline.api.v1alpha1.LogProbabilityTask;
import io.plumbline.api.v1alpha1.OutputRows;
import io.plumbline.api.v1alpha1.SampleTask;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.api.v1alpha1.TrainTask;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.api.v1alpha1.WorkerTask;
import io.plumbline.models.resolve.ModelResolver;
import io.plumbline.worker.job.LoadedModel;
import io.plumbline.worker.job.SampleJob;
import io.plumbline.worker.job.ScoreJob;
import io.plumbline.worker.job.ScoredText;
import io.plumbline.worker.job.TrainJob;
import io.plumbline.worker.sampling.SampledCompletion;
import io.plumbline.worker.sampling.SamplingOptions;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.training.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Does a task of the contract: rows in, reports out. */
public final class TaskRunner {

  private final TrainerConnection connection;
  private final Reporter reporter;
  private final ModelResolver resolver;
  private final Lanes lanes;
  private final BooleanSupplier stop;

  /**
   * A runner that asks {@code stop} often, and ends early where it says so.
   *
   * @param resolver turns model references into directories
   */
  public TaskRunner(
      TrainerConnection connection,
      Reporter reporter,
      ModelResolver resolver,
      Lanes lanes,
      BooleanSupplier stop) {
    this.connection = connection;
    this.reporter = reporter;
    this.resolver = resolver;
    this.lanes = lanes;
    this.stop = stop;
  }

  /**
   * Runs the task and reports its end, unless it was stopped before.
   *
   * @return whether it came to its end
   */
  public boolean run(WorkerTask task) {
    Finished finished =
        switch (task.getSpec().getTaskCase()) {
          case SAMPLE -> sample(task, task.getSpec().getSample());
          case LOG_PROBABILITY -> score(task, task.getSpec().getLogProbability());
          case TRAIN -> train(task, task.getSpec().getTrain());
          case TASK_NOT_SET ->
              throw WorkerException.badInput("the task is of no known kind", "update the worker");
        };
    if (finished == null) {
      return false;
    }
    reporter.send(WorkerReport.newBuilder().setFinished(finished));
    return true;
  }

  private Finished sample(WorkerTask task, SampleTask sample) {
    SamplingOptions options = TaskSettings.sampling(sample.getSampling());
    List<DataSetRow> rows = connection.rows();
    List<String> prompts = rows.stream().map(RowTexts::prompt).toList();
    ReportingListener listener = new ReportingListener(reporter);
    String reference = sample.getModel().getReference();
    try (LoadedModel model = LoadedModel.load(resolver, reference, listener)) {
      new SampleJob(model, lanes, listener)
          .run(
              prompts,
              options,
              task.getStoredOutputRows(),
              completions ->
                  deliver(
                      completions.stream()
                          .map(drawn -> row(drawn, rows.get(drawn.prompt()), options, reference))
                          .toList()),
              stop);
    }
    return finishedUnlessStopped();
  }

  private static DataSetRow row(
      SampledCompletion drawn, DataSetRow prompt, SamplingOptions options, String model) {
    Completion completion =
        Completion.newBuilder()
            .setId(prompt.getPrompt().getId() + "#" + drawn.sample())
            .setPrompt(prompt.getPrompt())
            .addParts(ContentPart.newBuilder().setText(drawn.text()))
            .setModel(model)
            .setSeed(options.seed())
            .setTokens(drawn.tokens())
            .build();
    long position = (long) drawn.prompt() * options.completionsPerPrompt() + drawn.sample() + 1;
    return DataSetRow.newBuilder()
        .setPosition(position)
        .setCompletion(ScoredCompletion.newBuilder().setCompletion(completion))
        .build();
  }

  private Finished score(WorkerTask task, LogProbabilityTask score) {
    List<DataSetRow> rows = connection.rows();
    ReportingListener listener = new ReportingListener(reporter);
    String reference = score.getModel().getReference();
    try (LoadedModel model = LoadedModel.load(resolver, reference, listener)) {
      new ScoreJob(model, lanes, listener)
          .run(
              rows.stream().map(RowTexts::completion).toList(),
              task.getStoredOutputRows(),
              texts ->
                  deliver(
                      texts.stream()
                          .map(text -> row(text, rows.get(text.index()), reference))
                          .toList()),
              stop);
    }
    return finishedUnlessStopped();
  }

  private static DataSetRow row(ScoredText text, DataSetRow measured, String model) {
    ScoredCompletion.Builder scored =
        measured.getCompletion().toBuilder().putLogProbabilities(model, text.logProbability());
    if (scored.getCompletion().getTokens() == 0) {
      scored.getCompletionBuilder().setTokens(text.tokens());
    }
    return DataSetRow.newBuilder().setPosition(text.index() + 1L).setCompletion(scored).build();
  }

  private Finished train(WorkerTask task, TrainTask train) {
    io.plumbline.worker.training.HyperParameters options =
        TaskSettings.training(train.getHyperParameters());
    List<DataSetRow> rows = connection.rows();
    ReportingListener listener = new ReportingListener(reporter);
    try (LoadedModel model =
        LoadedModel.load(resolver, train.getModel().getReference(), listener)) {
      Trainer.Outcome outcome =
          new TrainJob(model, lanes, listener)
              .run(
                  rows.stream().map(RowTexts::pair).toList(),
                  train.getObjective().getName(),
                  train.getObjective().getParametersMap(),
                  options,
                  Path.of(task.getCheckpointDirectory()),
                  stop);
      return outcome.complete()
          ? Finished.newBuilder()
              .setCheckpoint(ReportingListener.reference(outcome.checkpoint()))
              .build()
          : null;
    }
  }

  private Finished finishedUnlessStopped() {
    return stop.getAsBoolean() ? null : Finished.getDefaultInstance();
  }

  private void deliver(List<DataSetRow> rows) {
    if (!rows.isEmpty()) {
      reporter.send(WorkerReport.newBuilder().setRows(OutputRows.newBuilder().addAllRows(rows)));
    }
  }
}
