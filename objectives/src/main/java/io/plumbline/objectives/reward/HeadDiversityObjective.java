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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mean over ordered pairs i ≠ j of heads of the cross-entropy of head j's preference σ(m_j) against
 * head i's, [σ(m_i)], which is held fixed; m is a head's margin on a pair (METHODS 188,
 * arXiv:2306.04925; the authors' {@code diversity_loss}, which is subtracted).
 *
 * @param heads channels of the heads' scores, two or more
 * @param anchor where detached values are taken; the evaluated batch itself when empty
 */
public record HeadDiversityObjective(List<Channel> heads, Optional<Batch> anchor)
    implements Objective {
  public HeadDiversityObjective {
    heads = List.copyOf(heads);
    if (heads.size() < 2) {
      throw new IllegalArgumentException(
          "heads: %d given; diversity is between two or more".formatted(heads.size()));
    }
  }

  public HeadDiversityObjective(List<Channel> heads) {
    this(heads, Optional.empty());
  }

  @Override
  public Objective heldAt(Batch batch) {
    return new HeadDiversityObjective(heads, Optional.of(batch));
  }

  @Override
  public Signature signature() {
    return new Signature(Layout.PAIRS, Set.copyOf(heads), Set.of(), Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double[] losses = new double[batch.shape().examples()];
    Map<Channel, double[]> gradients = new HashMap<>();
    heads.forEach(head -> gradients.put(head, new double[2 * losses.length]));
    double share = 1.0 / (heads.size() * (heads.size() - 1));
    double total = 0;
    for (int pair = 0; pair < losses.length; pair++) {
      for (Channel head : heads) {
        double margin = margin(batch, head, pair);
        double others = others(head, pair, anchor.orElse(batch));
        double count = heads.size() - 1;
        losses[pair] -=
            share * (others * Sigmoid.log(margin) + (count - others) * Sigmoid.log(-margin));
        double slope = share * (count * Sigmoid.of(margin) - others) / global.examples();
        gradients.get(head)[2 * pair] = slope;
        gradients.get(head)[2 * pair + 1] = -slope;
      }
      total += losses[pair];
    }
    return new Evaluation(total / global.examples(), losses, gradients, state, Metrics.NONE);
  }

  /** Sum of the other heads' preferences for the first of a pair. */
  private double others(Channel head, int pair, Batch held) {
    double sum = 0;
    for (Channel other : heads) {
      sum += other.equals(head) ? 0 : Sigmoid.of(margin(held, other, pair));
    }
    return sum;
  }

  private static double margin(Batch batch, Channel head, int pair) {
    double[] scores = batch.values(head);
    return scores[2 * pair] - scores[2 * pair + 1];
  }
}
