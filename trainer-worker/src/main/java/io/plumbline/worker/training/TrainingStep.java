package io.plumbline.worker.training;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.scoring.CompletionScorer;
import io.plumbline.worker.scoring.ParallelPass;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.text.TokenizedCompletion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gathers the gradients of one optimiser step. A separable objective goes through the micro-batches
 * one by one; any other is first shown the log-probabilities of the whole step, measured without a
 * graph, and its gradients are then fed back by micro-batch.
 */
final class TrainingStep {

  private static final int TOKENS_PER_BATCH = 4096;

  private final List<Decoder> decoders;
  private final Lanes lanes;
  private final Objective objective;
  private final PairBatches batches;

  /**
   * A step.
   *
   * @param decoders one for each lane, over the same weights
   */
  TrainingStep(List<Decoder> decoders, Lanes lanes, Objective objective, PairBatches batches) {
    this.decoders = decoders;
    this.lanes = lanes;
    this.objective = objective;
    this.batches = batches;
  }

  /**
   * What a step came to.
   *
   * @param tokens tokens that went through the model, padding not counted
   */
  record Result(double loss, ObjectiveState state, Metrics metrics, long tokens) {}

  Result run(List<List<Integer>> microBatches, ObjectiveState state) {
    boolean separable = objective.signature().coupling() == Coupling.SEPARABLE;
    return separable || microBatches.size() == 1
        ? inTurn(microBatches, state)
        : together(microBatches, state);
  }

  private Result inTurn(List<List<Integer>> microBatches, ObjectiveState state) {
    Statistics global = null;
    if (microBatches.size() > 1) {
      global =
          microBatches.stream()
              .map(indices -> objective.statistics(batches.constants(indices), state))
              .reduce(Statistics::plus)
              .orElseThrow();
    }
    Result total = new Result(0, state, Metrics.NONE, 0);
    for (List<Integer> indices : microBatches) {
      List<TokenizedCompletion> rows = batches.rows(indices);
      try (ParallelPass pass = ParallelPass.forward(lanes, decoders, rows)) {
        Batch batch =
            batches.constants(indices).with(Channel.POLICY_LOGPS, pass.logProbabilities());
        Statistics statistics = global == null ? objective.statistics(batch, state) : global;
        Evaluation evaluation = objective.evaluate(batch, statistics, state);
        pass.backward(evaluation.gradient(Channel.POLICY_LOGPS));
        total =
            new Result(
                total.loss() + evaluation.loss(),
                evaluation.state(),
                total.metrics().plus(evaluation.metrics()),
                total.tokens() + tokens(rows));
      }
    }
    return total;
  }

  private Result together(List<List<Integer>> microBatches, ObjectiveState state) {
    List<Integer> all = microBatches.stream().flatMap(List::stream).toList();
    CompletionScorer scorer = new CompletionScorer(decoders.get(0), lanes, TOKENS_PER_BATCH);
    double[] measured = PairBatches.join(scorer.score(batches.rows(all), done -> {}));
    Batch batch = batches.constants(all).with(Channel.POLICY_LOGPS, measured);
    Evaluation evaluation = objective.evaluate(batch, state);
    double[] gradient = evaluation.gradient(Channel.POLICY_LOGPS);
    long tokens = 0;
    int at = 0;
    for (List<Integer> indices : microBatches) {
      List<TokenizedCompletion> rows = batches.rows(indices);
      try (ParallelPass pass = ParallelPass.forward(lanes, decoders, rows)) {
        int length = pass.logProbabilities().length;
        pass.backward(Arrays.copyOfRange(gradient, at, at + length));
        at += length;
        tokens += tokens(rows);
      }
    }
    return new Result(evaluation.loss(), evaluation.state(), evaluation.metrics(), tokens);
  }

  private static long tokens(List<TokenizedCompletion> rows) {
    return rows.stream().mapToLong(row -> row.tokens().length).sum();
  }

  /** Cuts a step's examples into {@code count} micro-batches of nearly the same size. */
  static List<List<Integer>> split(List<Integer> indices, int count) {
    int parts = Math.min(count, indices.size());
    List<List<Integer>> micro = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      micro.add(
          indices.subList(part * indices.size() / parts, (part + 1) * indices.size() / parts));
    }
    return micro;
  }
}
