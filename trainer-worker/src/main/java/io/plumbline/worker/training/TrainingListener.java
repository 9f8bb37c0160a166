package io.plumbline.worker.training;

import java.nio.file.Path;
import java.util.Map;

/** Is told how a training run comes along; called from the training thread. */
public interface TrainingListener {

  /** Progress of a phase: "reference" counts completions, "train" steps. */
  void progress(String phase, long done, long total, String unit);

  /**
   * The metrics of a step, under TRL's names.
   *
   * @param step counts from 1
   */
  void metrics(int step, Map<String, Double> values);

  /** A checkpoint is complete on the disk. */
  void checkpoint(Path directory, int step);
}
