package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log σ(β (l̄ − b) + γ): favours the target model over aligned models on the same completion
 * (PoFT, METHODS 152, arXiv:2412.12865, equations 6 and 7; the authors' code has β = 1 and γ = 0).
 *
 * <p>l̄ is the model's log-probability per token; b, read from {@code baseline_scores}, the mean
 * over the aligned models of theirs, each per token of its own tokenizer.
 *
 * @param beta β &gt; 0
 * @param gamma γ, finite
 */
public record FavouredLoss(double beta, double gamma) implements SequenceLoss {
  /** Mean of other models' log-probabilities per token of a completion. */
  public static final Channel BASELINE_SCORES = new Channel("baseline_scores", Level.SEQUENCE);

  public FavouredLoss {
    if (!(beta > 0 && Double.isFinite(beta))) {
      throw new IllegalArgumentException("beta: %s is not a positive number".formatted(beta));
    }
    if (!Double.isFinite(gamma)) {
      throw new IllegalArgumentException("gamma: %s is not finite".formatted(gamma));
    }
  }

  @Override
  public SequenceTerm at(double score, double constant) {
    double logit = beta * (score - constant) + gamma;
    return new SequenceTerm(-Sigmoid.log(logit), -beta * Sigmoid.of(-logit));
  }

  @Override
  public Channel constant() {
    return BASELINE_SCORES;
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
