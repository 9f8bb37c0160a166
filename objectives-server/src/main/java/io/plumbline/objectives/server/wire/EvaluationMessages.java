package io.plumbline.objectives.server.wire;

import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.MetricTotal;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveState;
import io.plumbline.objectives.Evaluation;

/** Evaluations as messages. */
final class EvaluationMessages {
  private EvaluationMessages() {}

  /**
   * The answer; each gradient in the data type that {@code batch} has for its channel.
   *
   * @throws InvalidFieldException when loss or gradient is not finite
   */
  static EvaluateResponse of(Evaluation evaluation, ObjectiveBatch batch) {
    if (!Double.isFinite(evaluation.loss())) {
      throw new InvalidFieldException(
          BatchReader.FIELD, "the loss is not finite: the values lie too far apart; clip them");
    }
    EvaluateResponse.Builder answer =
        EvaluateResponse.newBuilder()
            .setLoss(evaluation.loss())
            .setState(ObjectiveState.newBuilder().putAllValues(evaluation.state().values()))
            .putAllMetrics(evaluation.metrics().means());
    for (double loss : evaluation.losses()) {
      answer.addLosses(loss);
    }
    evaluation
        .gradients()
        .forEach(
            (channel, gradient) ->
                answer.putGradients(
                    channel.name(),
                    Tensors.of(
                        gradient,
                        batch.getChannelsOrThrow(channel.name()).getDataType(),
                        BatchReader.CHANNELS + channel.name())));
    evaluation
        .metrics()
        .totals()
        .forEach(
            (name, total) ->
                answer.putMetricTotals(
                    name,
                    MetricTotal.newBuilder().setSum(total.sum()).setCount(total.count()).build()));
    return answer.build();
  }
}
