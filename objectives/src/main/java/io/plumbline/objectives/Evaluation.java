package io.plumbline.objectives;

import java.util.Map;

/**
 * What an objective returns for one batch or micro-batch.
 *
 * @param loss share of this batch in the global loss: the losses' sum over the number of examples
 *     in the global batch, so that the shares of all micro-batches add up to the global mean
 * @param losses loss of each example, before that division
 * @param gradients derivative of {@code loss} by each value of each differentiable channel
 * @param state the state after this optimiser step; the same for every micro-batch of a step
 * @param metrics what to log
 */
public record Evaluation(
    double loss,
    double[] losses,
    Map<Channel, double[]> gradients,
    ObjectiveState state,
    Metrics metrics) {
  /** The gradient for {@code channel}; feed it to {@code backward} of the tensor it came from. */
  public double[] gradient(Channel channel) {
    double[] gradient = gradients.get(channel);
    if (gradient == null) {
      throw new InvalidBatchException(
          "%s: not differentiable here, only %s are".formatted(channel, gradients.keySet()));
    }
    return gradient;
  }
}
