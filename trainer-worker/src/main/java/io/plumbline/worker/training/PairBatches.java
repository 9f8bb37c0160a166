package io.plumbline.worker.training;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.Signature;
import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.text.TokenizedCompletion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Lays preference pairs out as an objective reads them: chosen, rejected, chosen, rejected, …. */
final class PairBatches {

  private static final Set<Channel> SUPPLIED = Set.of(Channel.REFERENCE_LOGPS, Channel.MARGINS);

  private final Signature signature;
  private final List<PreferenceExample> examples;
  private final ReferenceLogProbabilities reference;

  private PairBatches(
      Signature signature, List<PreferenceExample> examples, ReferenceLogProbabilities reference) {
    this.signature = signature;
    this.examples = examples;
    this.reference = reference;
  }

  /**
   * Measures what the objective needs up front.
   *
   * @throws WorkerException if the objective reads what pairs cannot supply
   */
  static PairBatches prepare(
      Objective objective,
      List<PreferenceExample> examples,
      Decoder decoder,
      Lanes lanes,
      TrainingListener listener) {
    Signature signature = objective.signature();
    refuseUnsupplied(signature, examples);
    boolean referenced = signature.constants().contains(Channel.REFERENCE_LOGPS);
    return new PairBatches(
        signature,
        examples,
        referenced ? ReferenceLogProbabilities.measure(decoder, lanes, examples, listener) : null);
  }

  private static void refuseUnsupplied(Signature signature, List<PreferenceExample> examples) {
    if (signature.layout() != Layout.PAIRS) {
      throw WorkerException.badInput(
          "the objective reads " + signature.layout() + ", the data set holds pairs",
          "choose an objective on pairs");
    }
    if (!signature.differentiable().equals(Set.of(Channel.POLICY_LOGPS))) {
      throw WorkerException.badInput(
          "the objective differentiates " + signature.differentiable(),
          "choose one on policy_logps alone");
    }
    for (Channel channel : signature.constants()) {
      if (!SUPPLIED.contains(channel)) {
        throw WorkerException.badInput(
            "the objective reads " + channel + ", which pairs do not carry",
            "choose an objective that reads " + SUPPLIED + " at most");
      }
    }
    if (signature.constants().contains(Channel.MARGINS)) {
      for (int i = 0; i < examples.size(); i++) {
        if (examples.get(i).margin().isEmpty()) {
          throw WorkerException.badInput(
              "row " + (i + 1) + " has no margin, which the objective reads",
              "give every pair a margin or choose another objective");
        }
      }
    }
  }

  /** Chosen and rejected rows of the examples in turn. */
  List<TokenizedCompletion> rows(List<Integer> indices) {
    List<TokenizedCompletion> rows = new ArrayList<>();
    for (int index : indices) {
      rows.add(examples.get(index).chosen());
      rows.add(examples.get(index).rejected());
    }
    return rows;
  }

  /** Shape and constant channels of the examples. */
  Batch constants(List<Integer> indices) {
    int[] lengths =
        rows(indices).stream().mapToInt(TokenizedCompletion::completionLength).toArray();
    Batch batch = Batch.of(BatchShape.pairs(lengths));
    if (reference != null) {
      List<double[]> values = new ArrayList<>();
      for (int index : indices) {
        values.add(reference.chosen(index));
        values.add(reference.rejected(index));
      }
      batch = batch.with(Channel.REFERENCE_LOGPS, join(values));
    }
    if (signature.constants().contains(Channel.MARGINS)) {
      double[] margins =
          indices.stream().mapToDouble(i -> examples.get(i).margin().getAsDouble()).toArray();
      batch = batch.with(Channel.MARGINS, margins);
    }
    return batch;
  }

  static double[] join(List<double[]> rows) {
    return rows.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
