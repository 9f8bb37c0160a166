package io.plumbline.trainer.training;

import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.TrainingSpec;

/** What a task reads. */
public final class TaskInput {
  private TaskInput() {}

  /** The data set that the task reads. */
  public static String dataSetOf(TrainingSpec spec) {
    return switch (spec.getTaskCase()) {
      case SAMPLE -> spec.getSample().getDataSetId();
      case TRAIN -> spec.getTrain().getDataSetId();
      case LOG_PROBABILITY -> spec.getLogProbability().getDataSetId();
      default -> throw new IllegalArgumentException("a stored specification has a task");
    };
  }

  /** The kind of rows that the task reads. */
  public static DataSetKind kindOf(TrainingSpec spec) {
    return switch (spec.getTaskCase()) {
      case SAMPLE -> DataSetKind.DATA_SET_KIND_PROMPTS;
      case TRAIN -> DataSetKind.DATA_SET_KIND_PREFERENCE_PAIRS;
      case LOG_PROBABILITY -> DataSetKind.DATA_SET_KIND_COMPLETIONS;
      default -> throw new IllegalArgumentException("a stored specification has a task");
    };
  }
}
