package io.plumbline.objectives.sequence;

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
 * Mean negative log-likelihood per token of the first sequence of each example: every completion in
 * the sequences layout, the chosen one in pairs, the best in lists. TRL's {@code sft} term.
 *
 * <p>The mean is over the tokens of the global batch, so long completions count for more. An
 * example's loss is its share times the number of examples. A global batch without a token is
 * refused.
 *
 * @param layout layout of its batches
 */
public record NegativeLogLikelihood(Layout layout) implements Objective {
  private static final String TOKENS = "likelihood_tokens";

  @Override
  public Signature signature() {
    return new Signature(layout, Set.of(Channel.POLICY_LOGPS), Set.of(), Coupling.SEPARABLE);
  }

  @Override
  public Statistics statistics(Batch batch) {
    BatchShape shape = batch.shape();
    int tokens = 0;
    for (int example = 0; example < shape.examples(); example++) {
      tokens += shape.sequenceCount(example) == 0 ? 0 : shape.length(shape.firstSequence(example));
    }
    return Statistics.examples(batch).with(TOKENS, tokens);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double tokens = global.sum(TOKENS);
    if (tokens == 0) {
      throw new InvalidBatchException(
          "policy_logps: no example has a token to learn from; drop empty rows");
    }
    BatchShape shape = batch.shape();
    double[] logps = batch.values(Channel.POLICY_LOGPS);
    double[] gradient = new double[logps.length];
    double[] losses = new double[shape.examples()];
    double sum = 0;
    for (int example = 0; example < losses.length; example++) {
      if (shape.sequenceCount(example) == 0) {
        continue;
      }
      int sequence = shape.firstSequence(example);
      double logp = 0;
      for (int t = shape.firstToken(sequence); t < shape.firstToken(sequence + 1); t++) {
        logp += logps[t];
        gradient[t] = -1 / tokens;
      }
      losses[example] = -logp * global.examples() / tokens;
      sum -= logp;
    }
    return new Evaluation(
        sum / tokens,
        losses,
        Map.of(Channel.POLICY_LOGPS, gradient),
        state,
        Metrics.NONE.with("nll_loss", sum, statistics(batch).sum(TOKENS)));
  }
}
