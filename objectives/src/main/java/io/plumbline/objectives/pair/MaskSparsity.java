package io.plumbline.objectives.pair;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.Map;
import java.util.Set;

/**
 * Sum of a mask over the tokens of both completions of a pair: the L1 norm that SparsePO adds
 * (METHODS 44, arXiv:2410.05102). The total is the mean over pairs. The share of tokens whose mask
 * is zero is logged as {@code sparsity/} and the mask's name.
 *
 * <p>At a mask of zero the derivative is 0, as PyTorch has it.
 *
 * @param mask a channel of zero or more per token
 */
public record MaskSparsity(Channel mask) implements Objective {
  public MaskSparsity {
    requireNonNull(mask, "mask is null");
  }

  @Override
  public Signature signature() {
    return new Signature(Layout.PAIRS, Set.of(mask), Set.of(), Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    BatchShape shape = batch.shape();
    double[] values = batch.values(mask);
    double[] losses = new double[shape.examples()];
    double[] gradient = new double[values.length];
    double total = 0;
    double zeros = 0;
    for (int pair = 0; pair < losses.length; pair++) {
      int from = shape.firstToken(2 * pair);
      for (int t = from; t < shape.firstToken(2 * pair + 2); t++) {
        losses[pair] += values[t];
        gradient[t] = Math.signum(values[t]) / global.examples();
        zeros += values[t] == 0 ? 1 : 0;
      }
      total += losses[pair];
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        Map.of(mask, gradient),
        state,
        Metrics.NONE.with("sparsity/" + mask.name(), zeros, values.length));
  }
}
