package io.plumbline.objectives.feedback;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Noisy-label robust point-wise optimisation on {@code scores} and {@code flip_scores}, mean over
 * items.
 *
 * @param loss loss of one item
 * @param anchor where detached values are taken; the evaluated batch itself when empty
 */
public record NoisyLabelObjective(NoisyLabelLoss loss, Optional<Batch> anchor)
    implements Objective {
  /** Logit γ of the probability that the item's label was flipped. */
  public static final Channel FLIP_SCORES = new Channel("flip_scores", Level.SEQUENCE);

  public NoisyLabelObjective {
    requireNonNull(loss, "loss is null");
    requireNonNull(anchor, "anchor is null");
  }

  public NoisyLabelObjective(NoisyLabelLoss loss) {
    this(loss, Optional.empty());
  }

  @Override
  public Objective heldAt(Batch batch) {
    return new NoisyLabelObjective(loss, Optional.of(batch));
  }

  @Override
  public Signature signature() {
    return new Signature(
        Layout.SEQUENCES,
        Set.of(Channel.SCORES, FLIP_SCORES),
        Set.of(Channel.LABELS),
        Coupling.SEPARABLE);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double[] scores = batch.values(Channel.SCORES);
    double[] flips = batch.values(FLIP_SCORES);
    double[] labels = batch.values(Channel.LABELS);
    double[] heldScores = anchor.orElse(batch).values(Channel.SCORES);
    double[] heldFlips = anchor.orElse(batch).values(FLIP_SCORES);
    double[] losses = new double[scores.length];
    double[] byScore = new double[scores.length];
    double[] byFlip = new double[scores.length];
    double total = 0;
    for (int i = 0; i < losses.length; i++) {
      NoisyTerm term = loss.at(scores[i], flips[i], heldScores[i], heldFlips[i], labels[i] == 1);
      losses[i] = term.loss();
      byScore[i] = term.scoreSlope() / global.examples();
      byFlip[i] = term.flipSlope() / global.examples();
      total += term.loss();
    }
    return new Evaluation(
        total / global.examples(),
        losses,
        Map.of(Channel.SCORES, byScore, FLIP_SCORES, byFlip),
        state,
        Metrics.NONE);
  }
}
