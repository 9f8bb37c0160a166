package io.plumbline.objectives.score;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import java.util.Map;
import java.util.Set;

/**
 * Scores that a reward head or a ranker gives, one per sequence.
 *
 * @param channel where they are read; {@code scores} where there is one head
 */
public record HeadScores(Channel channel) implements ScoreSource {
  public HeadScores {
    requireNonNull(channel, "channel is null");
  }

  /** The scores of the only head. */
  public HeadScores() {
    this(Channel.SCORES);
  }

  @Override
  public Set<Channel> differentiable() {
    return Set.of(channel);
  }

  @Override
  public Set<Channel> constants() {
    return Set.of();
  }

  @Override
  public Scores scores(Batch batch) {
    double[] scores = batch.values(channel);
    return new Scores(scores, scores, new double[0]);
  }

  @Override
  public Map<Channel, double[]> gradients(Batch batch, double[] slopes) {
    return Map.of(channel, slopes);
  }
}
