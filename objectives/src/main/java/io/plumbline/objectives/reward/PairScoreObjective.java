package io.plumbline.objectives.reward;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.numeric.Sigmoid;
import java.util.Map;
import java.util.Set;

/**
 * −log σ(s/τ) of a score s that a model gives to the pair as a whole, such as the skew-symmetric
 * product of preference embeddings, which can express cycles (METHODS 74, arXiv:2410.02197).
 *
 * @param temperature τ &gt; 0
 */
public record PairScoreObjective(double temperature) implements Objective {
  public PairScoreObjective {
    if (!(temperature > 0 && Double.isFinite(temperature))) {
      throw new IllegalArgumentException(
          "temperature: %s is not a positive number".formatted(temperature));
    }
  }

  @Override
  public Signature signature() {
    return new Signature(Layout.PAIRS, Set.of(Channel.PAIR_SCORES), Set.of(), Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double[] scores = batch.values(Channel.PAIR_SCORES);
    double[] losses = new double[scores.length];
    double[] gradient = new double[scores.length];
    double total = 0;
    double probability = 0;
    for (int pair = 0; pair < scores.length; pair++) {
      double logit = scores[pair] / temperature;
      losses[pair] = -Sigmoid.log(logit);
      gradient[pair] = -Sigmoid.of(-logit) / temperature / global.examples();
      total += losses[pair];
      probability += Sigmoid.of(logit);
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        Map.of(Channel.PAIR_SCORES, gradient),
        state,
        Metrics.NONE.with("probability", probability, scores.length));
  }
}
