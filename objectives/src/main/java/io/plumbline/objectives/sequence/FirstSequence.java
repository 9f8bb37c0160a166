package io.plumbline.objectives.sequence;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Layout;
import java.util.Arrays;
import java.util.Set;

/**
 * One for the tokens of the first sequence of each example, zero for the others: every completion
 * in the sequences layout, the chosen one in pairs, the best in lists.
 *
 * @param layout layout of its batches
 */
public record FirstSequence(Layout layout) implements TokenWeighting {
  public FirstSequence {
    requireNonNull(layout, "layout is null");
  }

  @Override
  public Set<Channel> constants() {
    return Set.of();
  }

  @Override
  public Coupling coupling() {
    return Coupling.SEPARABLE;
  }

  @Override
  public double[] weights(Batch batch) {
    BatchShape shape = batch.shape();
    double[] weights = new double[shape.tokens()];
    for (int example = 0; example < shape.examples(); example++) {
      if (shape.sequenceCount(example) > 0) {
        int sequence = shape.firstSequence(example);
        Arrays.fill(weights, shape.firstToken(sequence), shape.firstToken(sequence + 1), 1);
      }
    }
    return weights;
  }

  @Override
  public String refusal() {
    return "policy_logps: no example has a token to learn from; drop empty rows";
  }
}
