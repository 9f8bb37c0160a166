package io.plumbline.worker.training;

import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.worker.checkpoint.CheckpointStore;
import io.plumbline.worker.checkpoint.TrainerState;
import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.Tensor;

/**
 * Trains a decoder on preference pairs with any objective on pairs. A run that is started again
 * goes on from its newest checkpoint, bit for bit in the order of the data.
 */
public final class Trainer {

  private final Decoder decoder;
  private final Lanes lanes;
  private final Objective objective;
  private final HyperParameters options;
  private final List<PreferenceExample> examples;
  private final CheckpointStore checkpoints;
  private final TrainingListener listener;
  private final String run;

  /**
   * A run.
   *
   * @param decoder with its initial weights, which are the reference
   * @param run describes objective and data, so that checkpoints of another run are refused
   */
  public Trainer(
      Decoder decoder,
      Lanes lanes,
      Objective objective,
      HyperParameters options,
      List<PreferenceExample> examples,
      CheckpointStore checkpoints,
      TrainingListener listener,
      String run) {
    this.decoder = decoder;
    this.lanes = lanes;
    this.objective = objective;
    this.options = options;
    this.examples = List.copyOf(examples);
    this.checkpoints = checkpoints;
    this.listener = listener;
    this.run = run + " " + options + " on " + examples.size() + " pairs";
  }

  /**
   * How a run ended.
   *
   * @param checkpoint its last checkpoint
   * @param step steps done
   * @param complete whether those are all steps
   */
  public record Outcome(Path checkpoint, int step, boolean complete) {}

  /**
   * Runs to the end, or until told to stop; either way the last thing is a checkpoint.
   *
   * @param stop asked between steps
   * @throws WorkerException if the loss or a gradient is no longer finite, or the task is wrong
   */
  public Outcome run(BooleanSupplier stop) {
    if (examples.isEmpty()) {
      throw WorkerException.badInput("the data set holds no pairs", "give at least one pair");
    }
    PairBatches batches = PairBatches.prepare(objective, examples, decoder, lanes, listener);
    List<Decoder> decoders = new ArrayList<>(List.of(decoder));
    while (decoders.size() < lanes.count()) {
      decoders.add(decoder.sharing());
    }
    List<Tensor> gradients =
        decoders.stream().map(each -> each.parameters().collectGradients()).toList();
    AdamW optimizer = new AdamW(decoder.parameters(), gradients, lanes, options);
    TrainerState state = resume(optimizer);
    TrainingStep step = new TrainingStep(decoders, lanes, objective, batches);
    int total = options.totalSteps(examples.size());
    LearningRateSchedule schedule =
        new LearningRateSchedule(options.learningRate(), options.warmupSteps(), total);
    DataOrder order = new DataOrder(examples.size(), options.batchSize(), options.seed());
    listener.progress("train", state.step(), total, "steps");
    while (state.step() < total && !stop.getAsBoolean()) {
      long begin = System.nanoTime();
      List<List<Integer>> micro =
          TrainingStep.split(order.batch(state.step()), options.gradientAccumulation());
      TrainingStep.Result result = step.run(micro, new ObjectiveState(state.objective()));
      double rate = schedule.at(state.step());
      double norm = update(optimizer, state.step() + 1, rate);
      state = new TrainerState(state.step() + 1, run, result.state().values());
      double seconds = (System.nanoTime() - begin) / 1e9;
      report(state.step(), total, result, rate, norm, seconds);
      if (options.checkpointEvery() > 0 && state.step() % options.checkpointEvery() == 0) {
        write(state, optimizer);
      }
    }
    return new Outcome(write(state, optimizer), state.step(), state.step() == total);
  }

  private TrainerState resume(AdamW optimizer) {
    Optional<Path> latest = checkpoints.latest();
    if (latest.isEmpty()) {
      return new TrainerState(0, run, Map.of());
    }
    TrainerState state = CheckpointStore.state(latest.get());
    if (!state.run().equals(run)) {
      throw WorkerException.badInput(
          "checkpoint " + latest.get() + " belongs to another run (" + state.run() + ")",
          "give this run a checkpoint directory of its own");
    }
    decoder.loadWeights(latest.get());
    optimizer.restore(CheckpointStore.optimizer(latest.get()));
    return state;
  }

  private double update(AdamW optimizer, int step, double rate) {
    double norm = optimizer.gatherGradients();
    if (!Double.isFinite(norm)) {
      throw WorkerException.failed(
          "the gradient of step " + step + " is not finite",
          "lower the learning rate or look at the rows of this step",
          null);
    }
    // As torch.nn.utils.clip_grad_norm_ has it.
    double factor = Math.min(1, options.maximumGradientNorm() / (norm + 1e-6));
    optimizer.step(step, rate, factor);
    return norm;
  }

  private void report(
      int step, int total, TrainingStep.Result result, double rate, double norm, double seconds) {
    Map<String, Double> values = new LinkedHashMap<>(result.metrics().means());
    values.put("loss", result.loss());
    values.put("learning_rate", rate);
    values.put("grad_norm", norm);
    values.put("tokens/s", result.tokens() / seconds);
    listener.metrics(step, values);
    listener.progress("train", step, total, "steps");
  }

  private Path write(TrainerState state, AdamW optimizer) {
    Path directory = checkpoints.write(state, decoder.parameters().snapshot(), optimizer.state());
    listener.checkpoint(directory, state.step());
    return directory;
  }
}
