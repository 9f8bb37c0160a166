package io.plumbline.objectives.label;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.numeric.Sigmoid;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.ScoredPair;
import io.plumbline.objectives.score.ScoreSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Any pair loss under labels that are right with an unknown probability, learned by expectation and
 * maximisation (LCPO, later RE-PO; METHODS 208, arXiv:2509.24159).
 *
 * <p>The loss ℓ becomes a probability, p = σ(D) with D = ℓ(pair exchanged) − ℓ(pair), which for the
 * logistic loss is Bradley and Terry's. The expectation step gives the posterior that the label is
 * right, w = p η / (p η + (1 − p)(1 − η)), η the reliability of the pair's annotator; the
 * maximisation step minimises −w log p − (1 − w) log(1 − p) and moves η (see the record's
 * parameters). w is detached: it is computed from the same log-probabilities.
 *
 * <p>Where ℓ is the logistic loss, log p is −ℓ itself and the loss is that of soft labels w.
 * Limits: w = η and so −η log ½ − (1 − η) log ½ = log 2 at equal scores; 0 at large margins of
 * either sign once η is between 0 and 1, since a label far against the model is believed wrong.
 *
 * <p>Metrics: those of pairs, and {@code label_confidence}, the mean of w.
 */
public final class EmReliability implements Objective {
  private final Likelihood likelihood;
  private final ScoreSource source;
  private final Reliabilities reliabilities;
  private final Optional<double[]> heldPosteriors;

  /**
   * Wraps {@code loss}.
   *
   * @param loss ℓ
   * @param source where scores come from
   * @param annotators K ≥ 1, how many annotators have a reliability of their own
   * @param initial η before the first step, in [½, 1]; the paper's is 0.9
   * @param momentum α in [0, 1] of η ← (1 − α) η + α · mean w; the paper's is 0.1
   */
  public EmReliability(
      PairLoss loss, ScoreSource source, int annotators, double initial, double momentum) {
    this(
        new Likelihood(requireNonNull(loss, "loss is null")),
        requireNonNull(source, "source is null"),
        new Reliabilities(annotators, initial, momentum),
        Optional.empty());
  }

  private EmReliability(
      Likelihood likelihood,
      ScoreSource source,
      Reliabilities reliabilities,
      Optional<double[]> heldPosteriors) {
    this.likelihood = likelihood;
    this.source = source;
    this.reliabilities = reliabilities;
    this.heldPosteriors = heldPosteriors;
  }

  /** With the posteriors of the first step held. */
  @Override
  public Objective heldAt(Batch batch) {
    return new EmReliability(
        likelihood, source, reliabilities, Optional.of(posteriors(batch, ObjectiveState.EMPTY)));
  }

  @Override
  public Signature signature() {
    Set<Channel> constants = new HashSet<>(source.constants());
    constants.addAll(likelihood.constants());
    constants.addAll(reliabilities.constants());
    return new Signature(Layout.PAIRS, source.differentiable(), constants, Coupling.STATISTICS);
  }

  @Override
  public Statistics statistics(Batch batch) {
    return statistics(batch, ObjectiveState.EMPTY);
  }

  @Override
  public Statistics statistics(Batch batch, ObjectiveState state) {
    signature().requireFits(batch);
    return reliabilities.statistics(batch, posteriors(batch, state));
  }

  /** The expectation step: how probable it is that each pair's label is right. */
  public double[] posteriors(Batch batch, ObjectiveState state) {
    double[] values = source.scores(batch).values();
    double[] posteriors = new double[batch.shape().examples()];
    for (int i = 0; i < posteriors.length; i++) {
      double reliability = reliabilities.of(reliabilities.annotator(batch, i), state);
      double logit = likelihood.logit(new ScoredPair(values[2 * i], values[2 * i + 1], i, batch));
      // σ of the sum of logits is w without its quotient of two small numbers.
      posteriors[i] =
          reliability == 1
              ? 1
              : Sigmoid.of(logit + Math.log(reliability) - Math.log1p(-reliability));
    }
    return posteriors;
  }

  /** The maximisation step's loss, its posteriors read from {@code preference_probabilities}. */
  public PairwiseObjective givenPosteriors() {
    return new PairwiseObjective(new SoftLabelled(likelihood), source);
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    signature().requireFits(batch);
    double[] posteriors = heldPosteriors.orElseGet(() -> posteriors(batch, state));
    Evaluation given =
        givenPosteriors()
            .evaluate(batch.with(Channel.PREFERENCE_PROBABILITIES, posteriors), global, state);
    return new Evaluation(
        given.loss(),
        given.losses(),
        given.gradients(),
        reliabilities.next(global, state),
        given
            .metrics()
            .with("label_confidence", Arrays.stream(posteriors).sum(), posteriors.length));
  }
}
