package io.plumbline.worker.grpc;

import io.plumbline.api.v1alpha1.CheckpointWritten;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.worker.training.TrainingListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Turns what a job tells into reports; progress at most a few times a second. */
final class ReportingListener implements TrainingListener {

  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Reporter reporter;
  private String lastPhase = "";
  private long lastProgress;

  ReportingListener(Reporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public void progress(String phase, long done, long total, String unit) {
    long now = System.nanoTime();
    boolean due = now - lastProgress > INTERVAL_NANOS || done == total || !phase.equals(lastPhase);
    if (due) {
      lastProgress = now;
      lastPhase = phase;
      Progress progress =
          Progress.newBuilder().setPhase(phase).setDone(done).setTotal(total).setUnit(unit).build();
      reporter.send(WorkerReport.newBuilder().setProgress(progress));
    }
  }

  @Override
  public void metrics(int step, Map<String, Double> values) {
    Metrics metrics =
        Metrics.newBuilder().setPhase("train").setStep(step).putAllValues(values).build();
    reporter.send(WorkerReport.newBuilder().setMetrics(metrics));
  }

  @Override
  public void checkpoint(Path directory, int step) {
    reporter.send(
        WorkerReport.newBuilder()
            .setCheckpoint(
                CheckpointWritten.newBuilder().setCheckpoint(reference(directory)).setStep(step)));
  }

  static ModelReference reference(Path directory) {
    return ModelReference.newBuilder()
        .setReference("file:" + directory.toAbsolutePath().normalize())
        .build();
  }
}
