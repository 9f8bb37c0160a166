package io.plumbline.objectives.reward;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.Map;
import java.util.Set;

/**
 * ½ max((v − R)², (v̂ − R)²) per token with v̂ the value held within ε of the old one: PPO's
 * clipped value loss (arXiv:1707.06347's baselines code; OpenRLHF {@code ValueLoss}). Mean over the
 * tokens of the global batch.
 *
 * @param clip ε &gt; 0
 */
public record ValueObjective(double clip) implements Objective {
  private static final String TOKENS = "value_tokens";

  public ValueObjective {
    if (!(clip > 0)) {
      throw new IllegalArgumentException("clip: %s is not a positive number".formatted(clip));
    }
  }

  @Override
  public Signature signature() {
    return new Signature(
        Layout.SEQUENCES,
        Set.of(Channel.VALUES),
        Set.of(Channel.OLD_VALUES, Channel.RETURNS),
        Coupling.SEPARABLE);
  }

  @Override
  public Statistics statistics(Batch batch) {
    return Statistics.examples(batch).with(TOKENS, batch.shape().tokens());
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double tokens = global.sum(TOKENS);
    if (tokens == 0) {
      throw new InvalidBatchException("values: no sequence has a token; drop empty rows");
    }
    BatchShape shape = batch.shape();
    double[] values = batch.values(Channel.VALUES);
    double[] old = batch.values(Channel.OLD_VALUES);
    double[] returns = batch.values(Channel.RETURNS);
    double[] gradient = new double[values.length];
    double[] losses = new double[shape.examples()];
    double sum = 0;
    for (int s = 0; s < losses.length; s++) {
      for (int t = shape.firstToken(s); t < shape.firstToken(s + 1); t++) {
        double move = values[t] - old[t];
        double error = values[t] - returns[t];
        double clipped = old[t] + Math.max(-clip, Math.min(clip, move)) - returns[t];
        boolean free = error * error >= clipped * clipped || Math.abs(move) <= clip;
        double loss = 0.5 * Math.max(error * error, clipped * clipped);
        gradient[t] = free ? error / tokens : 0;
        losses[s] += loss * global.examples() / tokens;
        sum += loss;
      }
    }
    return new Evaluation(
        sum / tokens,
        losses,
        Map.of(Channel.VALUES, gradient),
        state,
        Metrics.NONE.with("value_loss", sum, shape.tokens()));
  }
}
