package io.plumbline.reward.head;

import io.plumbline.rewardmodels.evaluation.JudgedPair;
import io.plumbline.rewardmodels.evaluation.PairEvaluation;
import io.plumbline.rewardmodels.evaluation.PromptSplit;
import io.plumbline.rewardmodels.evaluation.TemperatureFit;
import io.plumbline.rewardmodels.head.EmbeddedPair;
import io.plumbline.rewardmodels.head.HeadFit;
import io.plumbline.rewardmodels.head.HeadTrainer;
import io.plumbline.rewardmodels.head.LinearHead;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A head fitted on the training prompts and measured on the held-out ones.
 *
 * @param metrics {@code accuracy}, {@code expected_calibration_error}, {@code log_loss} and the
 *     fitted {@code temperature} on held-out pairs, absent where none were held out; {@code
 *     training_accuracy}, {@code training_log_loss}, {@code training_pairs}, {@code
 *     held_out_pairs}, {@code iterations}
 */
record TrainedHead(LinearHead head, Map<String, Double> metrics) {

  static TrainedHead fit(List<EmbeddedPair> pairs, HeadTrainingSpec spec) {
    PromptSplit<EmbeddedPair> split =
        PromptSplit.of(pairs, EmbeddedPair::prompt, spec.heldOutShare(), spec.seed());
    HeadFit fit =
        new HeadTrainer(spec.ridge())
            .fit(spec.loss().loss(spec.labelSmoothing()), split.training());
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("training_pairs", (double) split.training().size());
    metrics.put("held_out_pairs", (double) split.heldOut().size());
    metrics.put("iterations", (double) fit.iterations());
    PairEvaluation training = PairEvaluation.of(judged(fit.head(), split.training()), 1);
    metrics.put("training_accuracy", training.accuracy());
    metrics.put("training_log_loss", training.logLoss());
    if (!split.heldOut().isEmpty()) {
      List<JudgedPair> judged = judged(fit.head(), split.heldOut());
      PairEvaluation heldOut = PairEvaluation.of(judged, 1);
      metrics.put("accuracy", heldOut.accuracy());
      metrics.put("expected_calibration_error", heldOut.expectedCalibrationError());
      metrics.put("log_loss", heldOut.logLoss());
      metrics.put("temperature", TemperatureFit.of(judged).temperature());
    }
    return new TrainedHead(fit.head(), metrics);
  }

  private static List<JudgedPair> judged(LinearHead head, List<EmbeddedPair> pairs) {
    return pairs.stream()
        .map(
            pair ->
                new JudgedPair(
                    head.reward(pair.chosen()) - head.reward(pair.rejected()), pair.probability()))
        .toList();
  }
}
