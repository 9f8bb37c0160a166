package io.plumbline.cli.demo;

import com.google.protobuf.Timestamp;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.cli.output.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Shows a recipe run's events as progress bars, and keeps its training metrics. */
final class RecipeProgress {
  private final List<String> stages;
  private final ProgressBar bar;
  private final NavigableMap<Long, Metrics> training = new TreeMap<>();
  private String stage = "";
  private Timestamp stageStart = Timestamp.getDefaultInstance();
  private Timestamp now = Timestamp.getDefaultInstance();
  private Progress last = Progress.getDefaultInstance();

  RecipeProgress(RecipeSpec spec, ProgressBar bar) {
    this.stages = spec.getStagesList().stream().map(Stage::getName).toList();
    this.bar = bar;
  }

  void accept(RunEvent event) {
    now = event.getTime();
    switch (event.getBodyCase()) {
      case PROGRESS -> show(event.getProgress());
      case METRICS -> keep(event.getMetrics());
      case MESSAGE -> bar.finish("  " + event.getMessage());
      default -> {
        // States are read from the run itself.
      }
    }
  }

  /** Closes the line of the last stage. */
  void end() {
    finishStage();
    stage = "";
  }

  /**
   * The metrics of every step of the tuning, in order. A step that was repeated after an
   * interruption counts once, as it was done last.
   */
  List<Metrics> training() {
    return List.copyOf(training.values());
  }

  private void show(Progress progress) {
    String name = progress.getPhase().replaceFirst("/.*", "");
    if (!name.equals(stage)) {
      finishStage();
      stage = name;
      stageStart = now;
    }
    last = progress;
    bar.update(
        label(progress), progress.getDone(), progress.getTotal(), progress.getUnit(), remark(name));
  }

  private void keep(Metrics metrics) {
    if (metrics.getPhase().startsWith(DemoRecipe.TUNE)) {
      training.put(metrics.getStep(), metrics);
    }
  }

  private void finishStage() {
    if (!stage.isEmpty()) {
      bar.finish(
          ("%-34s %d %s in %d s  %s"
                  .formatted(
                      number(stage),
                      Math.max(last.getDone(), last.getTotal()),
                      last.getUnit(),
                      now.getSeconds() - stageStart.getSeconds(),
                      remark(stage)))
              .stripTrailing());
    }
  }

  private String label(Progress progress) {
    List<String> parts = new ArrayList<>(List.of(progress.getPhase().split("/", 2)));
    parts.set(0, number(parts.get(0)));
    return String.join(": ", parts);
  }

  private String number(String name) {
    return "[%2d/%d] %s".formatted(stages.indexOf(name) + 1, stages.size(), name);
  }

  private String remark(String name) {
    if (!name.equals(DemoRecipe.TUNE) || training.isEmpty()) {
      return "";
    }
    Metrics metrics = training.lastEntry().getValue();
    Map<String, Double> values = metrics.getValuesMap();
    return String.format(
        Locale.ROOT,
        "loss %.3f, margin %.3f",
        values.getOrDefault("loss", Double.NaN),
        values.getOrDefault("rewards/margins", Double.NaN));
  }
}
