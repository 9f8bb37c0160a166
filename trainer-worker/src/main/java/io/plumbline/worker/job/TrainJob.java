package io.plumbline.worker.job;

import io.plumbline.objectives.Objective;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.worker.checkpoint.CheckpointStore;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.text.TokenizedCompletion;
import io.plumbline.worker.training.HyperParameters;
import io.plumbline.worker.training.PreferenceExample;
import io.plumbline.worker.training.Trainer;
import io.plumbline.worker.training.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Trains a model on preference pairs. */
public final class TrainJob {

  private final LoadedModel model;
  private final Lanes lanes;
  private final TrainingListener listener;

  /** A job that starts from the given model. */
  public TrainJob(LoadedModel model, Lanes lanes, TrainingListener listener) {
    this.model = model;
    this.lanes = lanes;
    this.listener = listener;
  }

  /**
   * Runs to the end, or until told to stop, from the newest checkpoint on where there is one.
   *
   * @param objective name in the catalogue of objectives
   * @param parameters of the objective, over its initial ones
   * @throws WorkerException if the objective is unknown or a row has nothing to train on
   */
  public Trainer.Outcome run(
      List<PairText> pairs,
      String objective,
      Map<String, Double> parameters,
      HyperParameters options,
      Path checkpoints,
      BooleanSupplier stop) {
    Objective built = objective(objective, parameters);
    List<PreferenceExample> examples = new ArrayList<>();
    for (PairText pair : pairs) {
      examples.add(
          new PreferenceExample(
              row(pair, "chosen", pair.chosen(), options),
              row(pair, "rejected", pair.rejected(), options),
              pair.margin()));
    }
    return new Trainer(
            model.decoder(),
            lanes,
            built,
            options,
            examples,
            new CheckpointStore(checkpoints, model.directory()),
            listener,
            objective + " " + new TreeMap<>(parameters))
        .run(stop);
  }

  private static Objective objective(String name, Map<String, Double> parameters) {
    try {
      return Catalogue.standard().create(name, parameters);
    } catch (IllegalArgumentException e) {
      throw WorkerException.badInput(e.getMessage(), "mend the task's objective");
    }
  }

  private TokenizedCompletion row(
      PairText pair, String side, String completion, HyperParameters options) {
    int context = model.decoder().config().maximumPositions();
    int limit = options.maximumLength() == 0 ? context : Math.min(context, options.maximumLength());
    TokenizedCompletion row =
        TokenizedCompletion.of(model.tokenizer(), pair.prompt(), completion, limit);
    if (row.completionLength() == 0) {
      throw WorkerException.badInput(
          "pair " + pair.id() + ": " + side + " has no token within " + limit,
          "drop the row, or raise max_length");
    }
    return row;
  }
}
