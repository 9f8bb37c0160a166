package io.plumbline.objectives.score;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import java.util.Map;
import java.util.Set;

/**
 * Scores from denoising errors, one per sample: {@code −weight · (error − reference error)}, or
 * {@code −weight · error} without a reference.
 *
 * @param weight ω, the same at every time step
 * @param referenced whether {@code reference_denoising_errors} are subtracted
 */
public record DenoisingErrors(double weight, boolean referenced) implements ScoreSource {
  @Override
  public Set<Channel> differentiable() {
    return Set.of(Channel.DENOISING_ERRORS);
  }

  @Override
  public Set<Channel> constants() {
    return referenced ? Set.of(Channel.REFERENCE_DENOISING_ERRORS) : Set.of();
  }

  @Override
  public Scores scores(Batch batch) {
    double[] values = batch.values(Channel.DENOISING_ERRORS).clone();
    for (int s = 0; s < values.length; s++) {
      double reference = referenced ? batch.values(Channel.REFERENCE_DENOISING_ERRORS)[s] : 0;
      values[s] = -weight * (values[s] - reference);
    }
    return new Scores(values, values, new double[0]);
  }

  @Override
  public Map<Channel, double[]> gradients(Batch batch, double[] slopes) {
    double[] gradient = slopes.clone();
    for (int s = 0; s < gradient.length; s++) {
      gradient[s] *= -weight;
    }
    return Map.of(Channel.DENOISING_ERRORS, gradient);
  }
}
